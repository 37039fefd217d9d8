-- Credit notes, and units that a refund puts back in stock.
ALTER TABLE "OrderLine" ADD COLUMN "returned" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Refund" ADD COLUMN "restock" BOOLEAN NOT NULL DEFAULT false;
CREATE TABLE "CreditNoteNumber" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "next" INTEGER NOT NULL
);
CREATE TABLE "CreditNote" (
    "number" INTEGER NOT NULL PRIMARY KEY,
    "refundId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    "currency" TEXT NOT NULL,
    "seller" TEXT NOT NULL,
    CONSTRAINT "CreditNote_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CreditNote_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "CreditNote_refundId_key" ON "CreditNote"("refundId");
CREATE INDEX "CreditNote_orderId_idx" ON "CreditNote"("orderId");
CREATE INDEX "CreditNote_issuedAt_idx" ON "CreditNote"("issuedAt");
CREATE TABLE "CreditNoteVat" (
    "number" INTEGER NOT NULL,
    "rate" INTEGER NOT NULL,
    "net" INTEGER NOT NULL,
    "vat" INTEGER NOT NULL,
    PRIMARY KEY ("number", "rate"),
    CONSTRAINT "CreditNoteVat_number_fkey" FOREIGN KEY ("number") REFERENCES "CreditNote" ("number") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TRIGGER "CreditNote_no_update" BEFORE UPDATE ON "CreditNote" BEGIN SELECT RAISE(ABORT, 'CreditNote is append-only'); END;
CREATE TRIGGER "CreditNote_no_delete" BEFORE DELETE ON "CreditNote" BEGIN SELECT RAISE(ABORT, 'CreditNote is append-only'); END;
CREATE TRIGGER "CreditNoteVat_no_update" BEFORE UPDATE ON "CreditNoteVat" BEGIN SELECT RAISE(ABORT, 'CreditNoteVat is append-only'); END;
CREATE TRIGGER "CreditNoteVat_no_delete" BEFORE DELETE ON "CreditNoteVat" BEGIN SELECT RAISE(ABORT, 'CreditNoteVat is append-only'); END;
