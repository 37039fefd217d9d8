-- The whole schema, equal to the migrations in prisma/shop/migrations up to the same time. Later changes come in pairs, one
-- migration of the same name in each folder. Text is compared by bytes (COLLATE "C"), as in SQLite, so the order of rows
-- does not depend on the server's locale, and an upgrade of its locales cannot damage an index.

CREATE TYPE "OrderState" AS ENUM ('PENDING', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'CANCELED', 'EXPIRED');
CREATE TYPE "PaymentMethod" AS ENUM ('seqr', 'invoice');
CREATE TYPE "Delivery" AS ENUM ('standard', 'express');
CREATE TYPE "OrderLineKind" AS ENUM ('PRODUCT', 'DELIVERY', 'ADJUSTMENT');
CREATE TYPE "PaymentState" AS ENUM ('CREATED', 'ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED', 'UNKNOWN');
CREATE TYPE "PaymentEventSource" AS ENUM ('checkout', 'notification', 'refusal', 'watcher', 'page', 'receipt', 'buyer', 'merchant');
CREATE TYPE "RefundState" AS ENUM ('REQUESTED', 'DONE', 'REFUSED', 'UNKNOWN');
CREATE TYPE "Actor" AS ENUM ('shop', 'buyer', 'merchant');
CREATE TYPE "IncidentOutcome" AS ENUM ('resolved', 'recorded', 'refunded', 'closed', 'settled');
CREATE TYPE "OrderChangeState" AS ENUM ('RESERVED', 'APPLIED', 'DROPPED');
CREATE TYPE "PeriodScope" AS ENUM ('shop', 'terminal');
CREATE TYPE "PeriodState" AS ENUM ('REQUESTED', 'MARKING', 'LOST', 'FAILED', 'MARKED', 'REPORT_REFUSED', 'REPORTED', 'RECONCILED');
CREATE TYPE "PeriodLineOutcome" AS ENUM ('MATCHED', 'AMOUNT_DIFFERS', 'ONLY_AT_SEQR', 'ONLY_WITH_US');
CREATE TYPE "RefundCause" AS ENUM ('LATE', 'MISMATCH', 'OTHER');

CREATE TABLE "Category" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Category_pkey" PRIMARY KEY ("slug")
);

CREATE TABLE "CategoryText" (
    "categorySlug" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "intro" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "CategoryText_pkey" PRIMARY KEY ("categorySlug", "language")
);

CREATE TABLE "Product" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "categorySlug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "image" TEXT COLLATE "C" NOT NULL,
    "price" INTEGER NOT NULL,
    "currency" TEXT COLLATE "C" NOT NULL,
    "vatRate" INTEGER NOT NULL,
    "stock" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "sold" INTEGER NOT NULL DEFAULT 0,
    "published" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Product_pkey" PRIMARY KEY ("slug"),
    CONSTRAINT "Product_amounts_check" CHECK ("price" >= 0 AND "stock" >= 0 AND "reserved" >= 0 AND "sold" >= 0),
    CONSTRAINT "Product_vatRate_check" CHECK ("vatRate" = 0 OR "vatRate" BETWEEN 50 AND 10000)
);

CREATE TABLE "ProductText" (
    "productSlug" TEXT COLLATE "C" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "summary" TEXT COLLATE "C" NOT NULL,
    "description" TEXT COLLATE "C" NOT NULL,
    "imageAlt" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "ProductText_pkey" PRIMARY KEY ("productSlug", "language")
);

CREATE TABLE "ProductVersion" (
    "productSlug" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL,
    "facts" TEXT COLLATE "C" NOT NULL,
    "replacedAt" TIMESTAMP(3) NOT NULL,
    "replacedBy" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "ProductVersion_pkey" PRIMARY KEY ("productSlug", "version")
);

CREATE TABLE "Order" (
    "id" TEXT COLLATE "C" NOT NULL,
    "number" INTEGER NOT NULL,
    "checkoutKey" TEXT COLLATE "C" NOT NULL,
    "requestHash" TEXT COLLATE "C" NOT NULL,
    "visitorId" TEXT COLLATE "C",
    "state" "OrderState" NOT NULL,
    "paymentMethod" "PaymentMethod" NOT NULL,
    "language" TEXT COLLATE "C" NOT NULL,
    "currency" TEXT COLLATE "C" NOT NULL,
    "total" INTEGER NOT NULL,
    "delivery" "Delivery" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C" NOT NULL,
    "address" TEXT COLLATE "C" NOT NULL,
    "postalCode" TEXT COLLATE "C" NOT NULL,
    "city" TEXT COLLATE "C" NOT NULL,
    "country" TEXT COLLATE "C" NOT NULL,
    "bankReference" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "paidAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "deliveredAt" TIMESTAMP(3),
    "transferred" INTEGER NOT NULL DEFAULT 0,
    "paidBack" INTEGER NOT NULL DEFAULT 0,
    "openTransferAddress" TEXT COLLATE "C",
    "openTransferMailbox" TEXT COLLATE "C",
    "awaitsReview" BOOLEAN NOT NULL DEFAULT false,
    "keeps" INTEGER,
    "searchText" TEXT COLLATE "C" NOT NULL DEFAULT '',
    CONSTRAINT "Order_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Order_transferred_check" CHECK ("transferred" >= 0),
    CONSTRAINT "Order_paidBack_check" CHECK ("paidBack" >= 0 AND "paidBack" <= "transferred"),
    CONSTRAINT "Order_keeps_check" CHECK ("keeps" >= 0)
);

CREATE TABLE "OrderLine" (
    "orderId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "OrderLineKind" NOT NULL,
    "slug" TEXT COLLATE "C",
    "name" TEXT COLLATE "C" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitPrice" INTEGER NOT NULL,
    "vatRate" INTEGER,
    "total" INTEGER NOT NULL,
    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("orderId", "position"),
    CONSTRAINT "OrderLine_vatRate_check" CHECK ("vatRate" = 0 OR "vatRate" BETWEEN 50 AND 10000)
);

CREATE TABLE "Payment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "orderId" TEXT COLLATE "C" NOT NULL,
    "attempt" INTEGER NOT NULL,
    "openOrderId" TEXT COLLATE "C",
    "state" "PaymentState" NOT NULL,
    "amount" INTEGER NOT NULL,
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT COLLATE "C" NOT NULL,
    "invoiceReference" TEXT COLLATE "C",
    "invoiceQRCode" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 0,
    "ersReference" TEXT COLLATE "C",
    "failure" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "askedAt" TIMESTAMP(3),
    "nextCheckAt" TIMESTAMP(3),
    "paidAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "heldAt" TIMESTAMP(3),
    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Payment_refunded_check" CHECK ("refunded" >= 0 AND "refunded" <= "amount")
);

CREATE TABLE "Incident" (
    "id" TEXT COLLATE "C" NOT NULL,
    "orderId" TEXT COLLATE "C" NOT NULL,
    "paymentId" TEXT COLLATE "C",
    "openFor" TEXT COLLATE "C",
    "kind" TEXT COLLATE "C" NOT NULL,
    "status" TEXT COLLATE "C",
    "amount" INTEGER,
    "currency" TEXT COLLATE "C",
    "ersReference" TEXT COLLATE "C",
    "detail" TEXT COLLATE "C",
    "openedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),
    "outcome" "IncidentOutcome",
    "actor" TEXT COLLATE "C",
    "note" TEXT COLLATE "C",
    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "OrderChange" (
    "id" TEXT COLLATE "C" NOT NULL,
    "orderId" TEXT COLLATE "C" NOT NULL,
    "openFor" TEXT COLLATE "C",
    "state" "OrderChangeState" NOT NULL,
    "fromTotal" INTEGER NOT NULL,
    "toTotal" INTEGER NOT NULL,
    "quantities" TEXT COLLATE "C" NOT NULL,
    "paymentVersion" INTEGER,
    "source" "Actor" NOT NULL,
    "actor" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    CONSTRAINT "OrderChange_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PaymentEvent" (
    "id" SERIAL NOT NULL,
    "paymentId" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "source" "PaymentEventSource" NOT NULL,
    "fromState" "PaymentState" NOT NULL,
    "toState" "PaymentState" NOT NULL,
    "detail" TEXT COLLATE "C",
    CONSTRAINT "PaymentEvent_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Refund" (
    "id" TEXT COLLATE "C" NOT NULL,
    "orderId" TEXT COLLATE "C" NOT NULL,
    "paymentId" TEXT COLLATE "C",
    "key" TEXT COLLATE "C" NOT NULL,
    "state" "RefundState" NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT COLLATE "C" NOT NULL,
    "cause" "RefundCause" NOT NULL DEFAULT 'OTHER',
    "reason" TEXT COLLATE "C" NOT NULL,
    "source" "Actor" NOT NULL DEFAULT 'shop',
    "actor" TEXT COLLATE "C",
    "failure" TEXT COLLATE "C",
    "ersReference" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),
    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Refund_amount_check" CHECK ("amount" > 0)
);

CREATE TABLE "RefundLine" (
    "refundId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    CONSTRAINT "RefundLine_pkey" PRIMARY KEY ("refundId", "position"),
    CONSTRAINT "RefundLine_quantity_check" CHECK ("quantity" > 0)
);

CREATE TABLE "Transfer" (
    "id" TEXT COLLATE "C" NOT NULL,
    "orderId" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT COLLATE "C" NOT NULL,
    "note" TEXT COLLATE "C" NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Transfer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Transfer_amount_check" CHECK ("amount" > 0)
);

CREATE TABLE "OrderEvent" (
    "id" SERIAL NOT NULL,
    "orderId" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "source" "Actor" NOT NULL,
    "actor" TEXT COLLATE "C",
    "kind" TEXT COLLATE "C" NOT NULL,
    "data" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "EndedSession" (
    "id" TEXT COLLATE "C" NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "EndedSession_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SentForm" (
    "key" TEXT COLLATE "C" NOT NULL,
    "fingerprint" TEXT COLLATE "C" NOT NULL,
    "answer" TEXT COLLATE "C",
    "sentAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "SentForm_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "Outbox" (
    "id" SERIAL NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "subjectId" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMP(3),
    "doneAt" TIMESTAMP(3),
    "failure" TEXT COLLATE "C",
    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "OrderNumber" (
    "id" INTEGER NOT NULL,
    "next" INTEGER NOT NULL,
    CONSTRAINT "OrderNumber_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Mail" (
    "id" TEXT COLLATE "C" NOT NULL,
    "cause" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "orderId" TEXT COLLATE "C" NOT NULL,
    "recipient" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "html" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),
    "failure" TEXT COLLATE "C",
    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Period" (
    "id" TEXT COLLATE "C" NOT NULL,
    "scope" "PeriodScope" NOT NULL,
    "terminalId" TEXT COLLATE "C",
    "openScope" TEXT COLLATE "C",
    "state" "PeriodState" NOT NULL,
    "actor" TEXT COLLATE "C" NOT NULL,
    "transactionPeriodId" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "markedAt" TIMESTAMP(3),
    "reportedAt" TIMESTAMP(3),
    "reconciledAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMP(3),
    "failure" TEXT COLLATE "C",
    "reportTitle" TEXT COLLATE "C",
    "reportXml" TEXT COLLATE "C",
    "currency" TEXT COLLATE "C" NOT NULL,
    "matchedCount" INTEGER NOT NULL DEFAULT 0,
    "matchedSum" BIGINT NOT NULL DEFAULT 0,
    "openCount" INTEGER NOT NULL DEFAULT 0,
    "openSum" BIGINT NOT NULL DEFAULT 0,
    "seqrSum" BIGINT NOT NULL DEFAULT 0,
    "ourSum" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "Period_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PeriodLine" (
    "periodId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "outcome" "PeriodLineOutcome" NOT NULL,
    "explanation" TEXT COLLATE "C",
    "ersReference" TEXT COLLATE "C",
    "terminalId" TEXT COLLATE "C",
    "cashierId" TEXT COLLATE "C",
    "seqrAmount" INTEGER,
    "ourAmount" INTEGER,
    "currency" TEXT COLLATE "C" NOT NULL,
    "orderId" TEXT COLLATE "C",
    "orderNumber" INTEGER,
    CONSTRAINT "PeriodLine_pkey" PRIMARY KEY ("periodId", "position")
);

CREATE TABLE "WriteProbe" (
    "id" INTEGER NOT NULL,
    "filler" BYTEA NOT NULL,
    CONSTRAINT "WriteProbe_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Product_categorySlug_position_idx" ON "Product"("categorySlug", "position");
CREATE UNIQUE INDEX "Order_bankReference_key" ON "Order"("bankReference");
CREATE UNIQUE INDEX "Order_checkoutKey_key" ON "Order"("checkoutKey");
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");
CREATE INDEX "Order_awaitsReview_createdAt_idx" ON "Order"("awaitsReview", "createdAt");
CREATE INDEX "Order_createdAt_number_idx" ON "Order"("createdAt", "number");
CREATE INDEX "Order_openTransferAddress_idx" ON "Order"("openTransferAddress");
CREATE INDEX "Order_openTransferMailbox_idx" ON "Order"("openTransferMailbox");
CREATE INDEX "Order_paidAt_total_idx" ON "Order"("paidAt", "total");
CREATE INDEX "Order_state_createdAt_number_idx" ON "Order"("state", "createdAt", "number");
CREATE INDEX "Order_state_deliveredAt_createdAt_idx" ON "Order"("state", "deliveredAt", "createdAt");
CREATE INDEX "Order_state_expiresAt_idx" ON "Order"("state", "expiresAt");
CREATE INDEX "Order_state_transferred_idx" ON "Order"("state", "transferred");
CREATE INDEX "Order_visitorId_createdAt_idx" ON "Order"("visitorId", "createdAt");
CREATE UNIQUE INDEX "Payment_ersReference_key" ON "Payment"("ersReference");
CREATE UNIQUE INDEX "Payment_invoiceReference_key" ON "Payment"("invoiceReference");
CREATE UNIQUE INDEX "Payment_openOrderId_key" ON "Payment"("openOrderId");
CREATE UNIQUE INDEX "Payment_orderId_attempt_key" ON "Payment"("orderId", "attempt");
CREATE INDEX "Payment_heldAt_idx" ON "Payment"("heldAt");
CREATE INDEX "Payment_nextCheckAt_idx" ON "Payment"("nextCheckAt");
CREATE INDEX "Payment_paidAt_idx" ON "Payment"("paidAt");
CREATE INDEX "Payment_state_createdAt_idx" ON "Payment"("state", "createdAt");
CREATE UNIQUE INDEX "Incident_openFor_key" ON "Incident"("openFor");
CREATE INDEX "Incident_endedAt_openedAt_idx" ON "Incident"("endedAt", "openedAt");
CREATE INDEX "Incident_ersReference_idx" ON "Incident"("ersReference");
CREATE INDEX "Incident_orderId_idx" ON "Incident"("orderId");
CREATE INDEX "Incident_paymentId_idx" ON "Incident"("paymentId");
CREATE UNIQUE INDEX "OrderChange_openFor_key" ON "OrderChange"("openFor");
CREATE INDEX "OrderChange_orderId_idx" ON "OrderChange"("orderId");
CREATE INDEX "PaymentEvent_paymentId_id_idx" ON "PaymentEvent"("paymentId", "id");
CREATE UNIQUE INDEX "Refund_ersReference_key" ON "Refund"("ersReference");
CREATE UNIQUE INDEX "Refund_key_key" ON "Refund"("key");
CREATE INDEX "Refund_orderId_idx" ON "Refund"("orderId");
CREATE INDEX "Refund_paymentId_idx" ON "Refund"("paymentId");
CREATE INDEX "Refund_settledAt_idx" ON "Refund"("settledAt");
CREATE INDEX "Refund_state_createdAt_idx" ON "Refund"("state", "createdAt");
CREATE UNIQUE INDEX "Transfer_key_key" ON "Transfer"("key");
CREATE INDEX "Transfer_orderId_idx" ON "Transfer"("orderId");
CREATE INDEX "OrderEvent_orderId_id_idx" ON "OrderEvent"("orderId", "id");
CREATE INDEX "EndedSession_expiresAt_idx" ON "EndedSession"("expiresAt");
CREATE INDEX "SentForm_sentAt_idx" ON "SentForm"("sentAt");
CREATE UNIQUE INDEX "Outbox_key_key" ON "Outbox"("key");
CREATE INDEX "Outbox_nextAt_idx" ON "Outbox"("nextAt");
CREATE INDEX "Outbox_subjectId_idx" ON "Outbox"("subjectId");
CREATE UNIQUE INDEX "Mail_cause_key" ON "Mail"("cause");
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt");
CREATE INDEX "Mail_orderId_idx" ON "Mail"("orderId");
CREATE UNIQUE INDEX "Period_openScope_key" ON "Period"("openScope");
CREATE INDEX "Period_nextAt_idx" ON "Period"("nextAt");
CREATE INDEX "Period_scope_createdAt_idx" ON "Period"("scope", "createdAt");
CREATE INDEX "PeriodLine_ersReference_idx" ON "PeriodLine"("ersReference");

ALTER TABLE "CategoryText" ADD CONSTRAINT "CategoryText_categorySlug_fkey" FOREIGN KEY ("categorySlug") REFERENCES "Category"("slug") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Product" ADD CONSTRAINT "Product_categorySlug_fkey" FOREIGN KEY ("categorySlug") REFERENCES "Category"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ProductText" ADD CONSTRAINT "ProductText_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product"("slug") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ProductVersion" ADD CONSTRAINT "ProductVersion_productSlug_fkey" FOREIGN KEY ("productSlug") REFERENCES "Product"("slug") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Incident" ADD CONSTRAINT "Incident_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OrderChange" ADD CONSTRAINT "OrderChange_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PaymentEvent" ADD CONSTRAINT "PaymentEvent_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PeriodLine" ADD CONSTRAINT "PeriodLine_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "Period"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- History is append-only.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER "PaymentEvent_append_only" BEFORE UPDATE OR DELETE ON "PaymentEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PaymentEvent_no_truncate" BEFORE TRUNCATE ON "PaymentEvent" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "OrderEvent_append_only" BEFORE UPDATE OR DELETE ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "OrderEvent_no_truncate" BEFORE TRUNCATE ON "OrderEvent" EXECUTE FUNCTION "refuse_change"();
