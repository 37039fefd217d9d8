ALTER TABLE "Order" ADD COLUMN "carrier" TEXT;
ALTER TABLE "Order" ADD COLUMN "trackingUrl" TEXT;
CREATE INDEX "Mail_kind_createdAt_idx" ON "Mail"("kind", "createdAt");
