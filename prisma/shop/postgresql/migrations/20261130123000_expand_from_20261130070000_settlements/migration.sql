-- Notes that settle a difference of a closing.
ALTER TABLE "Period" ADD COLUMN "settledCount" INTEGER NOT NULL DEFAULT 0;
CREATE TABLE "PeriodSettlement" (
    "id" SERIAL NOT NULL,
    "periodId" TEXT COLLATE "C" NOT NULL,
    "difference" TEXT COLLATE "C" NOT NULL,
    "note" TEXT COLLATE "C" NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "PeriodSettlement_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PeriodSettlement_periodId_difference_key" ON "PeriodSettlement"("periodId", "difference");
ALTER TABLE "PeriodSettlement" ADD CONSTRAINT "PeriodSettlement_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "Period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER "PeriodSettlement_append_only" BEFORE UPDATE OR DELETE ON "PeriodSettlement" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PeriodSettlement_no_truncate" BEFORE TRUNCATE ON "PeriodSettlement" EXECUTE FUNCTION "refuse_change"();
