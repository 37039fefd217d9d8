-- CreateTable
CREATE TABLE "Mail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cause" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "failure" TEXT,
    CONSTRAINT "Mail_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Period" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "terminalId" TEXT,
    "openScope" TEXT,
    "state" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "transactionPeriodId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "markedAt" DATETIME,
    "reportedAt" DATETIME,
    "reconciledAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" DATETIME,
    "failure" TEXT,
    "reportTitle" TEXT,
    "reportXml" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'SEK',
    "matchedCount" INTEGER NOT NULL DEFAULT 0,
    "matchedSum" BIGINT NOT NULL DEFAULT 0,
    "openCount" INTEGER NOT NULL DEFAULT 0,
    "openSum" BIGINT NOT NULL DEFAULT 0,
    "seqrSum" BIGINT NOT NULL DEFAULT 0,
    "ourSum" BIGINT NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "PeriodLine" (
    "periodId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "explanation" TEXT,
    "ersReference" TEXT,
    "terminalId" TEXT,
    "cashierId" TEXT,
    "seqrAmount" INTEGER,
    "ourAmount" INTEGER,
    "orderId" TEXT,
    "orderNumber" INTEGER,

    PRIMARY KEY ("periodId", "position"),
    CONSTRAINT "PeriodLine_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "Period" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Payment_paidAt_idx" ON "Payment"("paidAt");

-- CreateIndex
CREATE INDEX "Refund_settledAt_idx" ON "Refund"("settledAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_cause_key" ON "Mail"("cause");

-- CreateIndex
CREATE INDEX "Mail_orderId_idx" ON "Mail"("orderId");

-- CreateIndex
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Period_openScope_key" ON "Period"("openScope");

-- CreateIndex
CREATE INDEX "Period_scope_createdAt_idx" ON "Period"("scope", "createdAt");

-- CreateIndex
CREATE INDEX "Period_nextAt_idx" ON "Period"("nextAt");

-- CreateIndex
CREATE INDEX "PeriodLine_ersReference_idx" ON "PeriodLine"("ersReference");
