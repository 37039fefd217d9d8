-- An order's page shows what left the shop on its account.
CREATE INDEX "Outbox_subjectId_idx" ON "Outbox"("subjectId");
