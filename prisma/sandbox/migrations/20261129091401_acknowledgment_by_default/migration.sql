-- Whether the acknowledgmentMode is SEQR's default because the merchant named none.
ALTER TABLE "Invoice" ADD COLUMN "acknowledgmentByDefault" BOOLEAN NOT NULL DEFAULT false;
