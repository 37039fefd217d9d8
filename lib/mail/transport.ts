import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { merchant } from '../merchant';

export type Outgoing = {
  /** The same cause gets the same Message-ID, so that mailboxes can drop duplicates. */
  readonly cause: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachment?: { readonly filename: string; readonly content: Buffer } | undefined;
};

export type Delivery = { readonly ok: true } | { readonly ok: false; readonly refusal: string };

/** Shorter than the outbox's lease, so that no other process sends the same mail meanwhile. */
const DEADLINE_MS = 25_000;

/**
 * Sends a mail through SMTP_URL. A permanent refusal (SMTP 5xx) is a result. Temporary failures (no connection,
 * timeout, 4xx, wrong password) throw and are retried.
 */
export async function transmit(smtpUrl: string, mail: Outgoing): Promise<Delivery> {
  const { recipient, subject, attachment } = mail;
  if (/[\p{Cc}\s<>,;"()]/u.test(recipient)) return { ok: false, refusal: 'The mail address is invalid.' };
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
  });
  const sending = transport.sendMail({
    from: { name: merchant.name, address: merchant.email },
    to: { name: '', address: recipient },
    replyTo: { name: merchant.name, address: merchant.email },
    envelope: { from: merchant.email, to: [recipient] },
    subject,
    text: mail.text,
    html: mail.html,
    messageId: messageId(mail.cause),
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: attachment ? [{ ...attachment, contentType: 'application/pdf' }] : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await Promise.race([sending, deadline()]);
    return { ok: true };
  } catch (error) {
    sending.catch(() => {});
    const refusal = permanentRefusal(error);
    if (refusal) return { ok: false, refusal };
    // Does not pass on the cause, which may contain the server's address with its password.
    throw new Error(`mail: ${error instanceof Error && 'code' in error ? error.code : 'not sent'}`);
  } finally {
    transport.close();
  }
}

async function deadline(): Promise<never> {
  await pause(DEADLINE_MS, undefined, { ref: false });
  throw new Error('the mail server took too long');
}

/** The server's permanent refusal of the mail, or null. A refused sign-in (535) is the shop's problem, not the mail's. */
function permanentRefusal(error: unknown): string | null {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return null;
  const { responseCode, code } = error;
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return null;
  return typeof responseCode === 'number' && responseCode >= 500
    ? `The mail server refused the mail (${responseCode}).`
    : null;
}

function messageId(cause: string): string {
  const digest = createHash('sha256').update(cause).digest('hex').slice(0, 32);
  return `<${digest}@${merchant.email.split('@')[1]}>`;
}
