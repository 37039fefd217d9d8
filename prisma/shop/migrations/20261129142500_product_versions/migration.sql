-- A form that shows an older version of a product is told what has changed since, instead of undoing it.
ALTER TABLE "Product" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "ProductVersion" (
    "productSlug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "replacedAt" DATETIME NOT NULL,
    "replacedBy" TEXT NOT NULL,
    PRIMARY KEY ("productSlug", "version"),
    CONSTRAINT "ProductVersion_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product" ("slug") ON DELETE CASCADE ON UPDATE CASCADE
);
