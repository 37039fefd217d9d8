ALTER TABLE "Order" ADD COLUMN "carrier" TEXT COLLATE "C";
ALTER TABLE "Order" ADD COLUMN "trackingUrl" TEXT COLLATE "C";
CREATE INDEX "Mail_kind_createdAt_idx" ON "Mail"("kind", "createdAt");
