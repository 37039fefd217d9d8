import { now } from '../clock';
import { config } from '../config';
import type { Tx } from '../db/client';
import type { Mail } from '../db/generated/client';
import { insertMail } from '../db/statements/insert-mail';
import { updateRows } from '../db/update-rows';
import type { Language } from '../i18n/languages';
import { newKey } from '../ids';
import { log } from '../log';
import type { OrderView } from '../orders/get-order';
import type { JoinedWrite, Task } from '../outbox/effect';
import { type MailText, writeHtml, writePlain } from './mail-text';
import { type Outgoing, transmit } from './transport';

type MailKind =
  | ('receipt' | 'transfer' | 'sent' | 'cancelled' | 'expired' | 'refund')
  | ('new-order' | 'attention' | 'no-invoice');

type Letter = {
  readonly cause: string;
  readonly kind: MailKind;
  readonly orderId: string;
  readonly recipient: string;
  readonly language: Language;
  readonly text: MailText;
  /** A reason not to write the mail, checked in the transaction that stores it. Mails of one scope exclude each other. */
  readonly unless?: { readonly scope: string; holds(tx: Tx): Promise<boolean> };
  /** Called only if the mail is sent. */
  readonly attach?: () => Promise<Outgoing['attachment']>;
};

/**
 * Stores a mail, once per cause, and sends it unless it was already sent or refused. Without SMTP_URL it is only
 * stored. The run throws while the mail server cannot be reached, so that the outbox retries; a retry sends the stored
 * mail. A crash right after sending may send it twice, with the same Message-ID.
 */
export function prepareDelivery(letter: Letter): Task {
  const scopes = [scopeOf(letter), ...(letter.unless ? [letter.unless.scope] : [])];
  let mail: Mail | null = null;
  const write = async (tx: Tx) => {
    mail = await storeMail(tx, letter);
  };
  return { record: { scopes, write }, run: async () => mail && send(mail, letter) };
}

/** Null if there is a reason not to write the mail. */
async function storeMail(tx: Tx, letter: Letter): Promise<Mail | null> {
  const { cause, kind, orderId, recipient, text, unless } = letter;
  if (unless && !(await tx.mail.findUnique({ where: { cause } })) && (await unless.holds(tx))) return null;
  const mail = {
    id: newKey(),
    cause,
    kind,
    orderId,
    recipient,
    subject: text.subject,
    text: writePlain(text),
    html: writeHtml(text, letter.language),
    createdAt: now(),
  };
  const isNew = await insertMail(tx, mail);
  return isNew ? { ...mail, sentAt: null, failure: null } : tx.mail.findUniqueOrThrow({ where: { cause } });
}

async function send(mail: Mail, letter: Letter): Promise<JoinedWrite | null> {
  const { smtpUrl } = config();
  if (smtpUrl === undefined || mail.sentAt !== null || mail.failure !== null) return null;
  const delivery = await transmit(smtpUrl, { ...mail, attachment: await letter.attach?.() });
  if (!delivery.ok) log.error({ mailId: mail.id, refusal: delivery.refusal }, 'mail: a mail was refused');
  const data = delivery.ok ? { sentAt: now() } : { failure: delivery.refusal };
  return {
    scopes: [scopeOf(letter)],
    // Changes nothing if the mail was deleted while it was being sent.
    write: (tx) => updateRows(tx, 'Mail', { id: mail.id }, data),
  };
}

function scopeOf({ cause }: Letter): string {
  return `mail ${cause}`;
}

/** The recipient of a mail to the order's buyer. */
export function toBuyer({ id, customer, language }: OrderView): Pick<Letter, 'orderId' | 'recipient' | 'language'> {
  return { orderId: id, recipient: customer.email, language };
}
