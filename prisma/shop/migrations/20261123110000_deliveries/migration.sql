-- For the orders that wait to be sent, among many that were.
CREATE INDEX "Order_state_deliveredAt_createdAt_idx" ON "Order"("state", "deliveredAt", "createdAt");
