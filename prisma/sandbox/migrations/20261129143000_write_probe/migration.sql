CREATE TABLE "WriteProbe" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "filler" BLOB NOT NULL
);
