-- Written in a public sandbox only.
ALTER TABLE "Terminal" ADD COLUMN "ownerAddress" TEXT;
CREATE INDEX "Terminal_ownerAddress_idx" ON "Terminal"("ownerAddress");
ALTER TABLE "Invoice" ADD COLUMN "senderAddress" TEXT;
