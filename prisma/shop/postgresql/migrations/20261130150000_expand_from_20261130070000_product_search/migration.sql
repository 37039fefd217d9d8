-- What the shop's search reads: see lib/search.
CREATE TABLE "ProductSearch" (
    "id" SERIAL NOT NULL,
    "productSlug" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "source" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "sortKey" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "ProductSearch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ProductSearch_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product" ("slug") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ProductSearch_productSlug_language_key" ON "ProductSearch"("productSlug", "language");
CREATE TABLE "SearchWord" (
    "language" TEXT COLLATE "C" NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("language", "word")
);
-- A list of pending entries (fastupdate) would keep the planner from using the index until the next vacuum.
-- Where the extension is missing or forbidden, the search reads every row, and the start-up log names the remedy.
DO $$ BEGIN CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE INDEX "ProductSearch_text_trigrams" ON "ProductSearch" USING gin ("text" gin_trgm_ops) WITH (fastupdate = off); EXCEPTION WHEN OTHERS THEN NULL; END $$;
