-- A demonstration (DEMO=on) deletes its visitors' old orders with their history: docs/hosting-a-demo.md. The deleting
-- transaction writes a row here first and deletes it last, so no other transaction ever finds one. Without a row, which older
-- code never writes, the triggers refuse what they refused before.
CREATE TABLE "Pruning" (
    "orderId" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "Pruning_pkey" PRIMARY KEY ("orderId")
);

CREATE FUNCTION "refuse_change_unless_pruning"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM "Pruning") THEN RETURN OLD; END IF; RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;

DROP TRIGGER "PaymentEvent_append_only" ON "PaymentEvent";
CREATE TRIGGER "PaymentEvent_append_only" BEFORE UPDATE OR DELETE ON "PaymentEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_pruning"();

DROP TRIGGER "OrderEvent_append_only" ON "OrderEvent";
CREATE TRIGGER "OrderEvent_append_only" BEFORE UPDATE OR DELETE ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_pruning"();

DROP TRIGGER "AuditEntry_append_only" ON "AuditEntry";
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_pruning"();

DROP TRIGGER "CreditNote_append_only" ON "CreditNote";
CREATE TRIGGER "CreditNote_append_only" BEFORE UPDATE OR DELETE ON "CreditNote" FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_pruning"();

DROP TRIGGER "CreditNoteVat_append_only" ON "CreditNoteVat";
CREATE TRIGGER "CreditNoteVat_append_only" BEFORE UPDATE OR DELETE ON "CreditNoteVat" FOR EACH ROW EXECUTE FUNCTION "refuse_change_unless_pruning"();
