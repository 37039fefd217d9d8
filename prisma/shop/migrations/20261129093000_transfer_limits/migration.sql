-- Who has an unpaid bank-transfer order open, so that their number can be limited.
ALTER TABLE "Order" ADD COLUMN "openTransferAddress" TEXT;
ALTER TABLE "Order" ADD COLUMN "openTransferMailbox" TEXT;
CREATE INDEX "Order_openTransferAddress_idx" ON "Order"("openTransferAddress");
CREATE INDEX "Order_openTransferMailbox_idx" ON "Order"("openTransferMailbox");

-- A large order by bank transfer holds no stock until the merchant accepts it.
ALTER TABLE "Order" ADD COLUMN "awaitsReview" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "Order_awaitsReview_createdAt_idx" ON "Order"("awaitsReview", "createdAt");
