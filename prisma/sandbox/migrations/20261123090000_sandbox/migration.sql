-- CreateTable
CREATE TABLE "Service" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "clockOffset" INTEGER NOT NULL DEFAULT 0,
    "sequence" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Reseller" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ACTIVE',
    "mayRefund" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "Terminal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "resellerId" TEXT NOT NULL,
    "externalId" TEXT,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ACTIVE',
    "seqrId" TEXT,
    "clockOffset" INTEGER NOT NULL DEFAULT 0,
    "registeredAt" DATETIME NOT NULL,
    CONSTRAINT "Terminal_resellerId_fkey" FOREIGN KEY ("resellerId") REFERENCES "Reseller" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Payer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "pin" TEXT NOT NULL,
    "pinFailures" INTEGER NOT NULL DEFAULT 0,
    "blockedUntil" DATETIME,
    "canReserve" BOOLEAN NOT NULL DEFAULT true,
    "refundable" BOOLEAN NOT NULL DEFAULT true,
    "tokens" TEXT NOT NULL DEFAULT '[]',
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Balance" (
    "payerId" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    PRIMARY KEY ("payerId", "currency"),
    CHECK ("amount" >= 0),
    CONSTRAINT "Balance_payerId_fkey" FOREIGN KEY ("payerId") REFERENCES "Payer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invoice" (
    "reference" TEXT NOT NULL PRIMARY KEY,
    "terminalId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "rows" TEXT NOT NULL,
    "title" TEXT,
    "clientInvoiceId" TEXT,
    "cashierId" TEXT,
    "footer" TEXT,
    "issueDate" TEXT,
    "backURL" TEXT,
    "notificationUrl" TEXT,
    "paymentMode" TEXT NOT NULL,
    "acknowledgmentMode" TEXT NOT NULL,
    "commitReservationTimeout" INTEGER,
    "tokens" TEXT NOT NULL DEFAULT '[]',
    "clientId" TEXT,
    "clientReference" TEXT,
    "clockOffset" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "scannedAt" DATETIME,
    "scannedBy" TEXT,
    "tokensAnsweredAt" DATETIME,
    "confirmingBy" TEXT,
    "acceptedAt" DATETIME,
    "paidAt" DATETIME,
    "acknowledgedAt" DATETIME,
    "closedAt" DATETIME,
    "closedBy" TEXT,
    "payerId" TEXT,
    "reserved" INTEGER,
    "paid" INTEGER,
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "ersReference" TEXT,
    "receiptMimeType" TEXT,
    "receiptType" TEXT,
    "receiptData" TEXT,
    "receiptAt" DATETIME,
    "dueAt" DATETIME,
    CHECK ("total" > 0 AND "refunded" >= 0 AND "refunded" <= COALESCE("paid", 0)),
    CONSTRAINT "Invoice_terminalId_fkey" FOREIGN KEY ("terminalId") REFERENCES "Terminal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InvoiceEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "invoiceReference" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT
);

-- CreateTable
CREATE TABLE "Booking" (
    "ersReference" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "invoiceReference" TEXT NOT NULL,
    "resellerId" TEXT NOT NULL,
    "terminalId" TEXT NOT NULL,
    "cashierId" TEXT,
    "payerId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "bookedAt" DATETIME,
    "reversedAt" DATETIME,
    "shopPeriodId" TEXT,
    "terminalPeriodId" TEXT
);

-- CreateTable
CREATE TABLE "Period" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "resellerId" TEXT NOT NULL,
    "terminalId" TEXT,
    "markedAt" DATETIME NOT NULL,
    "readyAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Sms" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "payerId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "text" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "invoiceReference" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" DATETIME,
    "dueAt" DATETIME
);

-- CreateTable
CREATE TABLE "NotificationAttempt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "notificationId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "httpStatus" INTEGER,
    "failure" TEXT,
    "milliseconds" INTEGER NOT NULL,
    CONSTRAINT "NotificationAttempt_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "Notification" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Message" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "operation" TEXT,
    "terminalId" TEXT,
    "invoiceReference" TEXT,
    "httpStatus" INTEGER NOT NULL,
    "resultCode" INTEGER,
    "note" TEXT,
    "milliseconds" REAL NOT NULL,
    "request" TEXT NOT NULL,
    "response" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Fault" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "operation" TEXT,
    "terminalId" TEXT,
    "invoiceReference" TEXT,
    "clientInvoiceId" TEXT,
    "settings" TEXT NOT NULL DEFAULT '{}',
    "remaining" INTEGER,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Terminal_seqrId_key" ON "Terminal"("seqrId");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_ersReference_key" ON "Invoice"("ersReference");

-- CreateIndex
CREATE INDEX "Invoice_dueAt_idx" ON "Invoice"("dueAt");

-- CreateIndex
CREATE INDEX "Invoice_createdAt_idx" ON "Invoice"("createdAt");

-- CreateIndex
CREATE INDEX "Invoice_terminalId_status_createdAt_idx" ON "Invoice"("terminalId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "Invoice_payerId_paidAt_idx" ON "Invoice"("payerId", "paidAt");

-- CreateIndex
CREATE INDEX "InvoiceEvent_invoiceReference_id_idx" ON "InvoiceEvent"("invoiceReference", "id");

-- CreateIndex
CREATE INDEX "Booking_invoiceReference_idx" ON "Booking"("invoiceReference");

-- CreateIndex
CREATE INDEX "Booking_resellerId_shopPeriodId_idx" ON "Booking"("resellerId", "shopPeriodId");

-- CreateIndex
CREATE INDEX "Booking_terminalId_terminalPeriodId_idx" ON "Booking"("terminalId", "terminalPeriodId");

-- CreateIndex
CREATE INDEX "Booking_payerId_at_idx" ON "Booking"("payerId", "at");

-- CreateIndex
CREATE INDEX "Sms_payerId_id_idx" ON "Sms"("payerId", "id");

-- CreateIndex
CREATE INDEX "Notification_dueAt_idx" ON "Notification"("dueAt");

-- CreateIndex
CREATE INDEX "Notification_invoiceReference_idx" ON "Notification"("invoiceReference");

-- CreateIndex
CREATE INDEX "NotificationAttempt_notificationId_idx" ON "NotificationAttempt"("notificationId");

-- CreateIndex
CREATE INDEX "Message_invoiceReference_idx" ON "Message"("invoiceReference");

