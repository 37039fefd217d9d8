-- When a product was created, for the order “newest first”. Null for a product of an earlier release.
ALTER TABLE "Product" ADD COLUMN "createdAt" TIMESTAMP(3);
