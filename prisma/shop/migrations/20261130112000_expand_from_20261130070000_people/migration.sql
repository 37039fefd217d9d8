-- People with passwords of their own, and the person in a payment's history.
CREATE TABLE "Account" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "replaces" TEXT,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "removedAt" DATETIME,
    "removedBy" TEXT
);
ALTER TABLE "PaymentEvent" ADD COLUMN "actor" TEXT;
