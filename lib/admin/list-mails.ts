import { config } from '../config';
import { db } from '../db/client';
import { formatOrderNumber, getOrder } from '../orders/get-order';
import { hasReceiptPdf } from '../receipts/receipt-facts';
import { type AnySession, ownOrders } from './visitor-session';

/** `kept`: no mail server is configured, so the mail is only stored. */
type MailState = 'sent' | 'waiting' | 'kept' | 'refused';

export type MailRow = {
  readonly id: string;
  readonly createdAt: Date;
  readonly recipient: string;
  readonly subject: string;
  readonly state: MailState;
  readonly orderNumber: number;
  readonly orderDisplayNumber: string;
};

export type MailDetails = MailRow & {
  readonly orderId: string;
  /** True if the receipt is attached as a PDF. */
  readonly hasPdf: boolean;
  readonly text: string;
  readonly html: string;
  readonly failure: string | null;
};

export const MAILS_SHOWN = 50;

const order = { select: { number: true } } as const;

/** The shop's newest mails, at most MAILS_SHOWN. With `before`, only mails created earlier. */
export async function listMails(session: AnySession, before?: Date): Promise<MailRow[]> {
  const rows = await db().read.mail.findMany({
    where: { ...ofOwnOrders(session), ...(before ? { createdAt: { lt: before } } : {}) },
    orderBy: { createdAt: 'desc' },
    take: MAILS_SHOWN,
    include: { order },
    omit: { text: true, html: true },
  });
  return rows.map(viewMail);
}

export async function getMail(session: AnySession, id: string): Promise<MailDetails | null> {
  const row = await db().read.mail.findUnique({ where: { id, ...ofOwnOrders(session) }, include: { order } });
  if (!row) return null;
  const { kind, orderId, text, html, failure } = row;
  const receiptOf = kind === 'receipt' ? await getOrder(orderId) : null;
  const hasPdf = receiptOf !== null && hasReceiptPdf(receiptOf);
  return { ...viewMail(row), orderId, hasPdf, text, html, failure };
}

/** Staff see all mails, so their query needs no join. */
function ofOwnOrders(session: AnySession) {
  const own = ownOrders(session);
  return own.visitorId === undefined ? {} : { order: own };
}

type Row = {
  id: string;
  createdAt: Date;
  recipient: string;
  subject: string;
  sentAt: Date | null;
  failure: string | null;
  order: { number: number };
};

function viewMail({ id, createdAt, recipient, subject, sentAt, failure, order: { number } }: Row): MailRow {
  const state = sentAt ? 'sent' : failure !== null ? 'refused' : config().smtpUrl ? 'waiting' : 'kept';
  return {
    id,
    createdAt,
    recipient,
    subject,
    state,
    orderNumber: number,
    orderDisplayNumber: formatOrderNumber(number),
  };
}
