-- What every process of the shop must know is told within the transaction that changes it, whoever makes it: see
-- lib/changes and docs/scaling.md. Commits that tell are serialized by PostgreSQL, so nothing is told that no page shows.

CREATE FUNCTION "tell_order"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('shop_order', NEW."orderId");
  RETURN NULL;
END $$;

-- The columns that lib/payments/payment-status.ts answers from. An issued invoice is no news: a page shows it as such
-- before.
CREATE TRIGGER "Payment_tell" AFTER UPDATE ON "Payment" FOR EACH ROW
WHEN (
  (OLD."state", OLD."amount", OLD."heldAt", OLD."expiresAt", OLD."ersReference")
    IS DISTINCT FROM (NEW."state", NEW."amount", NEW."heldAt", NEW."expiresAt", NEW."ersReference")
  AND NOT (OLD."state" = 'CREATED' AND NEW."state" = 'ISSUED')
)
EXECUTE FUNCTION "tell_order"();

CREATE FUNCTION "tell_stock"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('shop_catalogue', 'stock ' || NEW."categorySlug" || ' ' || NEW."slug");
  RETURN NULL;
END $$;

-- Pages show a number up to 5 units (FEW in lib/catalogue/availability.ts), so most sales tell nothing.
CREATE TRIGGER "Product_tell_stock" AFTER UPDATE ON "Product" FOR EACH ROW
WHEN (LEAST(OLD."stock", 6) <> LEAST(NEW."stock", 6))
EXECUTE FUNCTION "tell_stock"();

CREATE FUNCTION "tell_product"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM pg_notify('shop_catalogue', 'product ' || OLD."categorySlug"); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM pg_notify('shop_catalogue', 'product ' || NEW."categorySlug"); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Product_tell" AFTER INSERT OR DELETE ON "Product" FOR EACH ROW EXECUTE FUNCTION "tell_product"();
CREATE TRIGGER "Product_tell_change" AFTER UPDATE ON "Product" FOR EACH ROW
WHEN (
  (OLD."slug", OLD."categorySlug", OLD."position", OLD."image", OLD."price", OLD."currency", OLD."vatRate", OLD."published")
    IS DISTINCT FROM
  (NEW."slug", NEW."categorySlug", NEW."position", NEW."image", NEW."price", NEW."currency", NEW."vatRate", NEW."published")
)
EXECUTE FUNCTION "tell_product"();

-- The texts of a deleted product are deleted with it, after it has told.
CREATE FUNCTION "tell_product_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('shop_catalogue', 'product ' || "categorySlug") FROM "Product"
    WHERE "slug" = CASE WHEN TG_OP = 'DELETE' THEN OLD."productSlug" ELSE NEW."productSlug" END;
  RETURN NULL;
END $$;

CREATE TRIGGER "ProductText_tell" AFTER INSERT OR DELETE ON "ProductText" FOR EACH ROW
EXECUTE FUNCTION "tell_product_text"();
CREATE TRIGGER "ProductText_tell_change" AFTER UPDATE ON "ProductText" FOR EACH ROW
WHEN (OLD.* IS DISTINCT FROM NEW.*)
EXECUTE FUNCTION "tell_product_text"();

CREATE FUNCTION "tell_catalogue"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('shop_catalogue', 'all');
  RETURN NULL;
END $$;

CREATE TRIGGER "Category_tell" AFTER INSERT OR DELETE ON "Category" FOR EACH ROW EXECUTE FUNCTION "tell_catalogue"();
CREATE TRIGGER "Category_tell_change" AFTER UPDATE ON "Category" FOR EACH ROW
WHEN (OLD.* IS DISTINCT FROM NEW.*)
EXECUTE FUNCTION "tell_catalogue"();
CREATE TRIGGER "CategoryText_tell" AFTER INSERT OR DELETE ON "CategoryText" FOR EACH ROW
EXECUTE FUNCTION "tell_catalogue"();
CREATE TRIGGER "CategoryText_tell_change" AFTER UPDATE ON "CategoryText" FOR EACH ROW
WHEN (OLD.* IS DISTINCT FROM NEW.*)
EXECUTE FUNCTION "tell_catalogue"();
CREATE TRIGGER "Product_tell_truncate" AFTER TRUNCATE ON "Product" EXECUTE FUNCTION "tell_catalogue"();

-- Counters of rate-limiter-flexible. Unlogged: a crash of the server resets them, and they wait for no disk.
CREATE UNLOGGED TABLE "RateLimit" (
    "key" TEXT COLLATE "C" NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,
    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);
