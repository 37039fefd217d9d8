-- Notes that settle a difference of a closing.
ALTER TABLE "Period" ADD COLUMN "settledCount" INTEGER NOT NULL DEFAULT 0;
CREATE TABLE "PeriodSettlement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "periodId" TEXT NOT NULL,
    "difference" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "PeriodSettlement_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "Period" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "PeriodSettlement_periodId_difference_key" ON "PeriodSettlement"("periodId", "difference");
CREATE TRIGGER "PeriodSettlement_no_update" BEFORE UPDATE ON "PeriodSettlement" BEGIN SELECT RAISE(ABORT, 'PeriodSettlement is append-only'); END;
CREATE TRIGGER "PeriodSettlement_no_delete" BEFORE DELETE ON "PeriodSettlement" BEGIN SELECT RAISE(ABORT, 'PeriodSettlement is append-only'); END;
