-- Variants of a product: see lib/admin/catalogue/families.ts.
ALTER TABLE "Product" ADD COLUMN "family" TEXT;
ALTER TABLE "Product" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "ProductText" ADD COLUMN "options" TEXT NOT NULL DEFAULT '[]';
CREATE INDEX "Product_family_idx" ON "Product"("family");
