-- AlterTable
ALTER TABLE "Invoice" ADD COLUMN "previousStatus" TEXT;

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN "heldBy" INTEGER;
