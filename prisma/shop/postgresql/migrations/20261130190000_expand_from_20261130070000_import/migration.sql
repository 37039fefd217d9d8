-- Files of products wait here until the person who uploaded them confirms the import: docs/catalogue.md.
CREATE TABLE "ImportFile" (
    "id" TEXT COLLATE "C" NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "content" BYTEA NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ImportFile_actor_key" ON "ImportFile"("actor");
