-- VAT rates become hundredths of a per cent, and no table assumes a currency. A rate between 0 and 50 would be one in
-- whole per cent, as it was stored before, and is refused. ROUND keeps what SQLite had stored of 25.5.
-- A default can be removed only by building the table anew. A table is built before those that refer to it, and the old
-- ones are dropped in the opposite order, so that no deletion cascades.

-- RedefineTables
CREATE TABLE "new_Product" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "categorySlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "image" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "vatRate" INTEGER NOT NULL,
    "stock" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "sold" INTEGER NOT NULL DEFAULT 0,
    "published" BOOLEAN NOT NULL DEFAULT true,
    "updatedAt" DATETIME NOT NULL,
    CHECK ("price" >= 0 AND "stock" >= 0 AND "reserved" >= 0 AND "sold" >= 0),
    CHECK (typeof("vatRate") = 'integer' AND ("vatRate" = 0 OR "vatRate" BETWEEN 50 AND 10000)),
    CONSTRAINT "Product_categorySlug_fkey" FOREIGN KEY ("categorySlug") REFERENCES "Category" ("slug") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Product" ("slug", "categorySlug", "position", "image", "price", "currency", "vatRate", "stock", "reserved", "sold", "published", "updatedAt")
SELECT "slug", "categorySlug", "position", "image", "price", "currency", CAST(ROUND("vatRate" * 100) AS INTEGER), "stock", "reserved", "sold", "published", "updatedAt" FROM "Product";

CREATE TABLE "new_ProductText" (
    "productSlug" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "imageAlt" TEXT NOT NULL,

    PRIMARY KEY ("productSlug", "language"),
    CONSTRAINT "ProductText_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "new_Product" ("slug") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_ProductText" ("productSlug", "language", "name", "summary", "description", "imageAlt")
SELECT "productSlug", "language", "name", "summary", "description", "imageAlt" FROM "ProductText";
DROP TABLE "ProductText";
DROP TABLE "Product";
ALTER TABLE "new_Product" RENAME TO "Product";
ALTER TABLE "new_ProductText" RENAME TO "ProductText";
CREATE INDEX "Product_categorySlug_position_idx" ON "Product"("categorySlug", "position");

CREATE TABLE "new_OrderLine" (
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT,
    "name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitPrice" INTEGER NOT NULL,
    "vatRate" INTEGER,
    "total" INTEGER NOT NULL,

    PRIMARY KEY ("orderId", "position"),
    CHECK ("vatRate" IS NULL OR typeof("vatRate") = 'integer' AND ("vatRate" = 0 OR "vatRate" BETWEEN 50 AND 10000)),
    CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_OrderLine" ("orderId", "position", "kind", "slug", "name", "quantity", "unitPrice", "vatRate", "total")
SELECT "orderId", "position", "kind", "slug", "name", "quantity", "unitPrice", CAST(ROUND("vatRate" * 100) AS INTEGER), "total" FROM "OrderLine";
DROP TABLE "OrderLine";
ALTER TABLE "new_OrderLine" RENAME TO "OrderLine";

CREATE TABLE "new_Period" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "terminalId" TEXT,
    "openScope" TEXT,
    "state" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "transactionPeriodId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "markedAt" DATETIME,
    "reportedAt" DATETIME,
    "reconciledAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" DATETIME,
    "failure" TEXT,
    "reportTitle" TEXT,
    "reportXml" TEXT,
    "currency" TEXT NOT NULL,
    "matchedCount" INTEGER NOT NULL DEFAULT 0,
    "matchedSum" BIGINT NOT NULL DEFAULT 0,
    "openCount" INTEGER NOT NULL DEFAULT 0,
    "openSum" BIGINT NOT NULL DEFAULT 0,
    "seqrSum" BIGINT NOT NULL DEFAULT 0,
    "ourSum" BIGINT NOT NULL DEFAULT 0
);
INSERT INTO "new_Period" SELECT * FROM "Period";

CREATE TABLE "new_PeriodLine" (
    "periodId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "explanation" TEXT,
    "ersReference" TEXT,
    "terminalId" TEXT,
    "cashierId" TEXT,
    "seqrAmount" INTEGER,
    "ourAmount" INTEGER,
    "currency" TEXT NOT NULL,
    "orderId" TEXT,
    "orderNumber" INTEGER,

    PRIMARY KEY ("periodId", "position"),
    CONSTRAINT "PeriodLine_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "new_Period" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_PeriodLine" ("periodId", "position", "outcome", "explanation", "ersReference", "terminalId", "cashierId", "seqrAmount", "ourAmount", "currency", "orderId", "orderNumber")
SELECT l."periodId", l."position", l."outcome", l."explanation", l."ersReference", l."terminalId", l."cashierId", l."seqrAmount", l."ourAmount", p."currency", l."orderId", l."orderNumber"
FROM "PeriodLine" l JOIN "Period" p ON p."id" = l."periodId";
DROP TABLE "PeriodLine";
DROP TABLE "Period";
ALTER TABLE "new_Period" RENAME TO "Period";
ALTER TABLE "new_PeriodLine" RENAME TO "PeriodLine";
CREATE UNIQUE INDEX "Period_openScope_key" ON "Period"("openScope");
CREATE INDEX "Period_scope_createdAt_idx" ON "Period"("scope", "createdAt");
CREATE INDEX "Period_nextAt_idx" ON "Period"("nextAt");
CREATE INDEX "PeriodLine_ersReference_idx" ON "PeriodLine"("ersReference");
