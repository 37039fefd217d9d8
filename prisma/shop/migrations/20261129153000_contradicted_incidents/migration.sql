-- The migration of incidents wrote 'reversed' for a booked payment that SEQR contradicts, a kind that the shop does not have.
UPDATE "Incident" SET "kind" = 'contradicted' WHERE "kind" = 'reversed';
