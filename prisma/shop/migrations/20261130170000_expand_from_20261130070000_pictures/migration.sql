-- Several pictures per product, and uploaded pictures: see lib/media.
CREATE TABLE "ProductPicture" (
    "productSlug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "image" TEXT NOT NULL,
    PRIMARY KEY ("productSlug", "position"),
    CONSTRAINT "ProductPicture_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product" ("slug") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE "Media" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "uploadedAt" DATETIME NOT NULL,
    "unusedSince" DATETIME
);
CREATE TABLE "MediaFile" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "mediaId" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    CONSTRAINT "MediaFile_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "MediaFile_mediaId_idx" ON "MediaFile"("mediaId");
