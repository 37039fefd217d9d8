-- Variants of a product: see lib/admin/catalogue/families.ts.
ALTER TABLE "Product" ADD COLUMN "family" TEXT COLLATE "C";
ALTER TABLE "Product" ADD COLUMN "listed" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "ProductText" ADD COLUMN "options" TEXT COLLATE "C" NOT NULL DEFAULT '[]';
CREATE INDEX "Product_family_idx" ON "Product"("family");
