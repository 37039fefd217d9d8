-- For the few orders that hold a bank transfer although they are not paid.
CREATE INDEX "Order_state_transferred_idx" ON "Order"("state", "transferred");
