ALTER TABLE "Order" ADD COLUMN "carrier" TEXT COLLATE "C";
ALTER TABLE "Order" ADD COLUMN "trackingUrl" TEXT COLLATE "C";
CREATE INDEX "Mail_recipient_createdAt_idx" ON "Mail"("recipient", "createdAt");
