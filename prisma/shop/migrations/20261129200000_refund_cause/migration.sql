-- Why money went back decides the words of the mail. Until now the key of the refund said it.
ALTER TABLE "Refund" ADD COLUMN "cause" TEXT NOT NULL DEFAULT 'OTHER';
UPDATE "Refund" SET "cause" = 'LATE' WHERE "key" LIKE 'late:%';
UPDATE "Refund" SET "cause" = 'MISMATCH' WHERE "key" LIKE 'held:%';
