import type { Tx } from '../client';
import type { Prisma } from '../generated/client';

/** Stores a mail unless its cause already has one. Returns whether it did. Prisma's upsert takes several times as long. */
export async function insertMail(tx: Tx, mail: Prisma.MailCreateManyInput & { createdAt: Date }): Promise<boolean> {
  const { id, cause, kind, orderId, recipient, subject, text, html, createdAt } = mail;
  const inserted = await tx.$executeRaw`
    INSERT INTO "Mail" ("id", "cause", "kind", "orderId", "recipient", "subject", "text", "html", "createdAt")
    VALUES (${id}, ${cause}, ${kind}, ${orderId}, ${recipient}, ${subject}, ${text}, ${html}, ${createdAt})
    ON CONFLICT ("cause") DO NOTHING`;
  return inserted === 1;
}
