-- Credit notes, and units that a refund puts back in stock.
ALTER TABLE "OrderLine" ADD COLUMN "returned" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Refund" ADD COLUMN "restock" BOOLEAN NOT NULL DEFAULT false;
CREATE TABLE "CreditNoteNumber" (
    "id" INTEGER NOT NULL,
    "next" INTEGER NOT NULL,
    CONSTRAINT "CreditNoteNumber_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "CreditNote" (
    "number" INTEGER NOT NULL,
    "refundId" TEXT COLLATE "C" NOT NULL,
    "orderId" TEXT COLLATE "C" NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "currency" TEXT COLLATE "C" NOT NULL,
    "seller" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "CreditNote_pkey" PRIMARY KEY ("number")
);
CREATE UNIQUE INDEX "CreditNote_refundId_key" ON "CreditNote"("refundId");
CREATE INDEX "CreditNote_orderId_idx" ON "CreditNote"("orderId");
CREATE INDEX "CreditNote_issuedAt_idx" ON "CreditNote"("issuedAt");
CREATE TABLE "CreditNoteVat" (
    "number" INTEGER NOT NULL,
    "rate" INTEGER NOT NULL,
    "net" INTEGER NOT NULL,
    "vat" INTEGER NOT NULL,
    CONSTRAINT "CreditNoteVat_pkey" PRIMARY KEY ("number", "rate")
);
ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CreditNoteVat" ADD CONSTRAINT "CreditNoteVat_number_fkey" FOREIGN KEY ("number") REFERENCES "CreditNote"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER "CreditNote_append_only" BEFORE UPDATE OR DELETE ON "CreditNote" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CreditNote_no_truncate" BEFORE TRUNCATE ON "CreditNote" EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CreditNoteVat_append_only" BEFORE UPDATE OR DELETE ON "CreditNoteVat" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CreditNoteVat_no_truncate" BEFORE TRUNCATE ON "CreditNoteVat" EXECUTE FUNCTION "refuse_change"();
