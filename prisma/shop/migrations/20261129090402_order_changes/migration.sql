-- A change of an unpaid order is reserved before SEQR is told of it: one at a time per order.
CREATE TABLE "OrderChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "openFor" TEXT,
    "state" TEXT NOT NULL,
    "fromTotal" INTEGER NOT NULL,
    "toTotal" INTEGER NOT NULL,
    "quantities" TEXT NOT NULL,
    "paymentVersion" INTEGER,
    "source" TEXT NOT NULL,
    "actor" TEXT,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "OrderChange_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "OrderChange_openFor_key" ON "OrderChange"("openFor");
CREATE INDEX "OrderChange_orderId_idx" ON "OrderChange"("orderId");
