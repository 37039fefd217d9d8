ALTER TABLE "Order" ADD COLUMN "carrier" TEXT;
ALTER TABLE "Order" ADD COLUMN "trackingUrl" TEXT;
CREATE INDEX "Mail_recipient_createdAt_idx" ON "Mail"("recipient", "createdAt");
