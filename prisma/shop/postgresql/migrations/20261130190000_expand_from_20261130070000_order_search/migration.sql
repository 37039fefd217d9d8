-- The search for orders read every order. Where pg_trgm is missing or forbidden it still does: see lib/search.
DO $$ BEGIN CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE INDEX "Order_searchText_trigrams" ON "Order" USING gin ("searchText" gin_trgm_ops); EXCEPTION WHEN OTHERS THEN NULL; END $$;
