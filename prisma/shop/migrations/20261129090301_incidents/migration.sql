-- Money and invoices that the shop does not settle by itself: each is listed until a person ends it.

CREATE TABLE "Incident" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "paymentId" TEXT,
    "openFor" TEXT,
    "kind" TEXT NOT NULL,
    "status" TEXT,
    "amount" INTEGER,
    "currency" TEXT,
    "ersReference" TEXT,
    "detail" TEXT,
    "openedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "outcome" TEXT,
    "actor" TEXT,
    "note" TEXT,
    CONSTRAINT "Incident_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Incident_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "Incident_openFor_key" ON "Incident"("openFor");
CREATE INDEX "Incident_orderId_idx" ON "Incident"("orderId");
CREATE INDEX "Incident_paymentId_idx" ON "Incident"("paymentId");
CREATE INDEX "Incident_endedAt_openedAt_idx" ON "Incident"("endedAt", "openedAt");
CREATE INDEX "Incident_ersReference_idx" ON "Incident"("ersReference");

ALTER TABLE "Payment" ADD COLUMN "heldAt" DATETIME;
CREATE INDEX "Payment_heldAt_idx" ON "Payment"("heldAt");
ALTER TABLE "Order" ADD COLUMN "keeps" INTEGER CHECK ("keeps" >= 0);

UPDATE "Order" SET "keeps" = max(0, "transferred" - "paidBack" + coalesce(
    (SELECT sum(p."amount" - p."refunded") FROM "Payment" p WHERE p."orderId" = "Order"."id" AND p."state" = 'PAID'), 0))
WHERE "state" IN ('PARTIALLY_REFUNDED', 'REFUNDED');

-- Until now a payment's problem was a text in `failure`. The next answer of SEQR says which kind it is.
INSERT INTO "Incident" ("id", "orderId", "paymentId", "openFor", "kind", "detail", "openedAt")
SELECT lower(hex(randomblob(16))), "orderId", "id", "id",
    CASE WHEN "state" = 'PAID' THEN 'reversed' ELSE 'unclear' END, "failure", strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')
FROM "Payment" WHERE "failure" IS NOT NULL AND ("openOrderId" IS NOT NULL OR "state" = 'PAID');
UPDATE "Payment" SET "heldAt" = strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')
WHERE "failure" IS NOT NULL AND "openOrderId" IS NOT NULL;
UPDATE "Payment" SET "failure" = NULL WHERE "failure" IS NOT NULL AND ("openOrderId" IS NOT NULL OR "state" = 'PAID');

-- Money that is kept beyond what the order is due.
INSERT INTO "Incident" ("id", "orderId", "openFor", "kind", "amount", "currency", "openedAt")
SELECT lower(hex(randomblob(16))), "id", "id", 'excess', "kept" - "due", "currency", strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')
FROM (SELECT o."id", o."currency",
        CASE WHEN o."state" IN ('CANCELED', 'EXPIRED') THEN 0 ELSE coalesce(o."keeps", o."total") END AS "due",
        o."transferred" - o."paidBack" + coalesce((SELECT sum(p."amount" - p."refunded") FROM "Payment" p
            WHERE p."orderId" = o."id" AND p."state" = 'PAID' AND p."currency" = o."currency"), 0) AS "kept"
    FROM "Order" o)
WHERE "kept" > "due";
