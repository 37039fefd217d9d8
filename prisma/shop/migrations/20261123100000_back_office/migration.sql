-- The back office: deliveries, bank transfers, refunds with their author, history, search and statistics.

ALTER TABLE "Order" ADD COLUMN "deliveredAt" DATETIME;
ALTER TABLE "Order" ADD COLUMN "transferred" INTEGER NOT NULL DEFAULT 0 CHECK ("transferred" >= 0);
ALTER TABLE "Order" ADD COLUMN "paidBack" INTEGER NOT NULL DEFAULT 0 CHECK ("paidBack" >= 0 AND "paidBack" <= "transferred");
ALTER TABLE "Order" ADD COLUMN "searchText" TEXT NOT NULL DEFAULT '';
UPDATE "Order" SET "searchText" = lower('t-' || "number" || ' ' || coalesce("bankReference" || ' ', '') || "name" || ' ' || "email");

ALTER TABLE "Payment" ADD COLUMN "refunded" INTEGER NOT NULL DEFAULT 0 CHECK ("refunded" >= 0 AND "refunded" <= "amount");
UPDATE "Payment" SET "refunded" = coalesce(
    (SELECT sum("amount") FROM "Refund" WHERE "Refund"."paymentId" = "Payment"."id" AND "Refund"."state" <> 'REFUSED'), 0);

CREATE TABLE "new_Refund" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "paymentId" TEXT,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "amount" INTEGER NOT NULL CHECK ("amount" > 0),
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'shop',
    "actor" TEXT,
    "failure" TEXT,
    "ersReference" TEXT,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "Refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Refund" ("id", "orderId", "paymentId", "key", "state", "amount", "currency", "reason", "ersReference", "createdAt", "settledAt")
SELECT r."id", p."orderId", r."paymentId", r."key", r."state", r."amount", r."currency", r."reason", r."ersReference", r."createdAt", r."settledAt"
FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId";
DROP TABLE "Refund";
ALTER TABLE "new_Refund" RENAME TO "Refund";

CREATE TABLE "RefundLine" (
    "refundId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL CHECK ("quantity" > 0),
    "amount" INTEGER NOT NULL,

    PRIMARY KEY ("refundId", "position"),
    CONSTRAINT "RefundLine_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "Transfer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "amount" INTEGER NOT NULL CHECK ("amount" > 0),
    "currency" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Transfer_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "OrderEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "orderId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "actor" TEXT,
    "kind" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "EndedSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL
);

CREATE INDEX "Order_createdAt_number_searchText_idx" ON "Order"("createdAt", "number", "searchText");
CREATE INDEX "Order_state_createdAt_number_searchText_idx" ON "Order"("state", "createdAt", "number", "searchText");
CREATE INDEX "Order_paidAt_total_idx" ON "Order"("paidAt", "total");
CREATE INDEX "Payment_state_createdAt_idx" ON "Payment"("state", "createdAt");
CREATE UNIQUE INDEX "Refund_key_key" ON "Refund"("key");
CREATE UNIQUE INDEX "Refund_ersReference_key" ON "Refund"("ersReference");
CREATE INDEX "Refund_orderId_idx" ON "Refund"("orderId");
CREATE INDEX "Refund_paymentId_idx" ON "Refund"("paymentId");
CREATE INDEX "Refund_state_createdAt_idx" ON "Refund"("state", "createdAt");
CREATE UNIQUE INDEX "Transfer_key_key" ON "Transfer"("key");
CREATE INDEX "Transfer_orderId_idx" ON "Transfer"("orderId");
CREATE INDEX "OrderEvent_orderId_id_idx" ON "OrderEvent"("orderId", "id");
CREATE INDEX "EndedSession_expiresAt_idx" ON "EndedSession"("expiresAt");

-- What was done to an order is evidence: rows are only added.
CREATE TRIGGER "OrderEvent_no_update" BEFORE UPDATE ON "OrderEvent"
BEGIN SELECT RAISE(ABORT, 'OrderEvent is append-only'); END;
CREATE TRIGGER "OrderEvent_no_delete" BEFORE DELETE ON "OrderEvent"
BEGIN SELECT RAISE(ABORT, 'OrderEvent is append-only'); END;
