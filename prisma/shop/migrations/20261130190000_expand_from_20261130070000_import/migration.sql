-- Files of products wait here until the person who uploaded them confirms the import: docs/catalogue.md.
CREATE TABLE "ImportFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "actor" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "uploadedAt" DATETIME NOT NULL
);
CREATE UNIQUE INDEX "ImportFile_actor_key" ON "ImportFile"("actor");
