-- DropTable: nothing had written it yet
DROP TABLE "Fault";

-- CreateTable
CREATE TABLE "Fault" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "remaining" INTEGER,
    "createdAt" DATETIME NOT NULL
);
