ALTER TABLE "Message" ADD COLUMN "clientInvoiceId" TEXT;
CREATE INDEX "Message_clientInvoiceId_idx" ON "Message"("clientInvoiceId");
