-- Several pictures per product, and uploaded pictures: see lib/media.
CREATE TABLE "ProductPicture" (
    "productSlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "image" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "ProductPicture_pkey" PRIMARY KEY ("productSlug", "position"),
    CONSTRAINT "ProductPicture_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product" ("slug") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE "Media" (
    "id" TEXT COLLATE "C" NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL,
    "unusedSince" TIMESTAMP(3),
    CONSTRAINT "Media_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "MediaFile" (
    "name" TEXT COLLATE "C" NOT NULL,
    "mediaId" TEXT COLLATE "C" NOT NULL,
    "bytes" BYTEA NOT NULL,
    CONSTRAINT "MediaFile_pkey" PRIMARY KEY ("name"),
    CONSTRAINT "MediaFile_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "MediaFile_mediaId_idx" ON "MediaFile"("mediaId");
-- The files are compressed already.
ALTER TABLE "MediaFile" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- The pages of all processes show a changed picture, as they do a changed text.
CREATE TRIGGER "ProductPicture_tell" AFTER INSERT OR DELETE ON "ProductPicture" FOR EACH ROW
EXECUTE FUNCTION "tell_product_text"();
CREATE TRIGGER "ProductPicture_tell_change" AFTER UPDATE ON "ProductPicture" FOR EACH ROW
WHEN (OLD.* IS DISTINCT FROM NEW.*)
EXECUTE FUNCTION "tell_product_text"();
