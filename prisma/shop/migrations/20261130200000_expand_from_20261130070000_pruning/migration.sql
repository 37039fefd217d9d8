-- A demonstration (DEMO=on) deletes its visitors' old orders with their history: docs/hosting-a-demo.md. The deleting
-- transaction writes a row here first and deletes it last, so no other transaction ever finds one. Without a row, which older
-- code never writes, the triggers refuse what they refused before.
CREATE TABLE "Pruning" (
    "orderId" TEXT NOT NULL PRIMARY KEY
);

DROP TRIGGER "PaymentEvent_no_delete";
CREATE TRIGGER "PaymentEvent_no_delete" BEFORE DELETE ON "PaymentEvent" WHEN NOT EXISTS (SELECT 1 FROM "Pruning") BEGIN SELECT RAISE(ABORT, 'PaymentEvent is append-only'); END;

DROP TRIGGER "OrderEvent_no_delete";
CREATE TRIGGER "OrderEvent_no_delete" BEFORE DELETE ON "OrderEvent" WHEN NOT EXISTS (SELECT 1 FROM "Pruning") BEGIN SELECT RAISE(ABORT, 'OrderEvent is append-only'); END;

DROP TRIGGER "AuditEntry_no_delete";
CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry" WHEN NOT EXISTS (SELECT 1 FROM "Pruning") BEGIN SELECT RAISE(ABORT, 'AuditEntry is append-only'); END;

DROP TRIGGER "CreditNote_no_delete";
CREATE TRIGGER "CreditNote_no_delete" BEFORE DELETE ON "CreditNote" WHEN NOT EXISTS (SELECT 1 FROM "Pruning") BEGIN SELECT RAISE(ABORT, 'CreditNote is append-only'); END;

DROP TRIGGER "CreditNoteVat_no_delete";
CREATE TRIGGER "CreditNoteVat_no_delete" BEFORE DELETE ON "CreditNoteVat" WHEN NOT EXISTS (SELECT 1 FROM "Pruning") BEGIN SELECT RAISE(ABORT, 'CreditNoteVat is append-only'); END;
