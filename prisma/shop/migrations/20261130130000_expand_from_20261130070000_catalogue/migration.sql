-- Products and categories are created, archived and deleted in the back office: docs/catalogue.md.
ALTER TABLE "Category" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Product" ADD COLUMN "sku" TEXT;
ALTER TABLE "Product" ADD COLUMN "archivedAt" DATETIME;
ALTER TABLE "OrderLine" ADD COLUMN "sku" TEXT;
-- Older code leaves the number empty.
CREATE UNIQUE INDEX "Product_sku_key" ON "Product"("sku");
CREATE INDEX "OrderLine_slug_idx" ON "OrderLine"("slug");
