import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { newKey } from '../ids';
import { log } from '../log';
import type { OrderView } from '../orders/get-order';
import { type MailText, writeHtml, writePlain } from './mail-text';
import { type Outgoing, transmit } from './transport';

export type MailKind = 'receipt' | 'transfer' | 'refund';

type Letter = {
  readonly cause: string;
  readonly kind: MailKind;
  readonly order: OrderView;
  readonly text: MailText;
  /** Made only for a mail that goes out. */
  readonly attach?: () => Promise<Outgoing['attachment']>;
};

/**
 * Writes a mail down, once a cause, and sends it unless it went out before. Without SMTP_URL that is all. Throws while
 * the mail server cannot be reached, for the outbox to try again: what is sent again is the mail as it was first written.
 * A crash between the server's word and ours sends it twice, under the same Message-ID.
 */
export async function deliver({ cause, kind, order, text, attach }: Letter): Promise<void> {
  const mail = await db().write((tx) =>
    tx.mail.upsert({
      where: { cause },
      create: {
        id: newKey(),
        cause,
        kind,
        orderId: order.id,
        recipient: order.customer.email,
        subject: text.subject,
        text: writePlain(text),
        html: writeHtml(text, order.language),
        createdAt: now(),
      },
      update: { cause }, // changes nothing, as in enqueue
    }),
  );
  const { smtpUrl } = config();
  if (smtpUrl === undefined || mail.sentAt !== null || mail.failure !== null) return;
  const delivery = await transmit(smtpUrl, { ...mail, attachment: await attach?.() });
  if (!delivery.ok) log.error({ mailId: mail.id, refusal: delivery.refusal }, 'mail: refused');
  const data = delivery.ok ? { sentAt: now() } : { failure: delivery.refusal };
  await db().write((tx) => tx.mail.update({ where: { id: mail.id }, data }));
}
