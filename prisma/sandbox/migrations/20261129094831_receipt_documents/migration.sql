-- CreateTable
CREATE TABLE "ReceiptDocument" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "invoiceReference" TEXT NOT NULL,
    "ersReference" TEXT NOT NULL,
    "receiptType" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "ReceiptDocument_ersReference_receiptType_mimeType_key" ON "ReceiptDocument"("ersReference", "receiptType", "mimeType");

-- CreateIndex
CREATE INDEX "ReceiptDocument_invoiceReference_idx" ON "ReceiptDocument"("invoiceReference");

-- An invoice had at most one document. Three of four characters of base64 are bytes, but for the padding.
INSERT INTO "ReceiptDocument" ("invoiceReference", "ersReference", "receiptType", "mimeType", "data", "bytes", "at")
SELECT "reference", "ersReference", coalesce("receiptType", 'PAYMENT_RECEIPT'),
       coalesce("receiptMimeType", 'application/octet-stream'), "receiptData",
       length(rtrim("receiptData", '=')) * 3 / 4, "receiptAt"
FROM "Invoice"
WHERE "receiptData" IS NOT NULL AND "ersReference" IS NOT NULL AND "receiptAt" IS NOT NULL;

-- AlterTable
ALTER TABLE "Invoice" DROP COLUMN "receiptMimeType";
ALTER TABLE "Invoice" DROP COLUMN "receiptType";
ALTER TABLE "Invoice" DROP COLUMN "receiptData";
ALTER TABLE "Invoice" DROP COLUMN "receiptAt";
