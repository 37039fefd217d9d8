-- What the shop's search reads: see lib/search.
CREATE TABLE "ProductSearch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "productSlug" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    CONSTRAINT "ProductSearch_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product" ("slug") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ProductSearch_productSlug_language_key" ON "ProductSearch"("productSlug", "language");
CREATE TABLE "SearchWord" (
    "language" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    PRIMARY KEY ("language", "word")
);
-- The index stores no text of its own, so each trigger passes the text that the index knows.
CREATE VIRTUAL TABLE "search_products" USING fts5("text", content='ProductSearch', content_rowid='id', tokenize='trigram');
CREATE TRIGGER "ProductSearch_insert" AFTER INSERT ON "ProductSearch" BEGIN INSERT INTO "search_products"("rowid", "text") VALUES (new."id", new."text"); END;
CREATE TRIGGER "ProductSearch_delete" AFTER DELETE ON "ProductSearch" BEGIN INSERT INTO "search_products"("search_products", "rowid", "text") VALUES ('delete', old."id", old."text"); END;
CREATE TRIGGER "ProductSearch_update" AFTER UPDATE ON "ProductSearch" BEGIN INSERT INTO "search_products"("search_products", "rowid", "text") VALUES ('delete', old."id", old."text"); INSERT INTO "search_products"("rowid", "text") VALUES (new."id", new."text"); END;
