-- Terminals of before served as webshops, so they stay webshops.
ALTER TABLE "Terminal" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'webshop';
