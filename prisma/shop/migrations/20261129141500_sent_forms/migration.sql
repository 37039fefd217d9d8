-- A form of the back office takes effect once: its key, what it said, and the page that it led to.
CREATE TABLE "SentForm" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "fingerprint" TEXT NOT NULL,
    "answer" TEXT,
    "sentAt" DATETIME NOT NULL
);

CREATE INDEX "SentForm_sentAt_idx" ON "SentForm"("sentAt");
