-- People with passwords of their own, and the person in a payment's history.
CREATE TABLE "Account" (
    "key" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "passwordHash" TEXT COLLATE "C",
    "replaces" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" TEXT COLLATE "C" NOT NULL,
    "removedAt" TIMESTAMP(3),
    "removedBy" TEXT COLLATE "C",
    CONSTRAINT "Account_pkey" PRIMARY KEY ("key")
);
ALTER TABLE "PaymentEvent" ADD COLUMN "actor" TEXT COLLATE "C";
