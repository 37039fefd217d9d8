-- More can be searched for: see lib/orders/search-text.ts.
ALTER TABLE "Order" ADD COLUMN "searchVersion" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "Order_searchVersion_idx" ON "Order"("searchVersion");
