import { now, secondsAfter } from '../clock';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import type { OrderView } from '../orders/get-order';
import { composeReceipt, composeRefundNotice, composeTransferInstructions } from './compose';
import { composeAttention, composeMoreAttention, composeNewOrder, composeNoInvoice } from './compose-for-shop';
import { composeClosedNotice, composeSentNotice } from './compose-status';
import type { MailText } from './mail-text';
import { sampleOrder, unpaidSample } from './sample-order';

type Compose = (language: Language) => MailText;

const refund = (cause: 'OTHER' | 'LATE' | 'MISMATCH', byTransfer: boolean): Compose => {
  return (language) => {
    const order = sampleOrder(language, { state: 'REFUNDED', paymentMethod: byTransfer ? 'invoice' : 'seqr' });
    const ersReference = byTransfer ? null : '2015102911204861801032679';
    const creditNote = cause === 'OTHER' ? 'CN-1001' : null;
    const made = { id: 'refund', amount: order.total, ersReference, cause, byTransfer, creditNote };
    const { vat } = order;
    const refunds = cause === 'OTHER' ? [{ ...made, at: now(), lines: [], vat }] : [];
    return composeRefundNotice({ ...order, refunds }, made);
  };
};

const closed = (state: 'CANCELED' | 'EXPIRED', held: OrderView['held'] = null): Compose => {
  return (language) => composeClosedNotice(unpaidSample(language, { state, closedAt: now(), held }), state);
};

const sent = (carrier: string | null, trackingUrl: string | null): Compose => {
  return (language) => composeSentNotice(sampleOrder(language), { at: now(), carrier, trackingUrl });
};

const sampleTransfer = (order: OrderView) => ({
  reference: '100017',
  amount: order.total,
  dueAt: secondsAfter(now(), 10 * 86_400),
});

/** One preview per kind of mail. The keys are part of the preview's address. */
export const previews = {
  transfer: (language) => {
    const order = unpaidSample(language, { paymentMethod: 'invoice' });
    return composeTransferInstructions(order, sampleTransfer(order));
  },
  receipt: (language) => composeReceipt(sampleOrder(language)),
  sent: (language) => {
    const [carrier] = merchant.carriers;
    return sent(carrier?.name ?? 'PostNord', carrier?.trackingUrl.replace('{number}', '1234567890') ?? null)(language);
  },
  'sent-untracked': sent(null, null),
  cancelled: closed('CANCELED'),
  expired: closed('EXPIRED'),
  'expired-held': closed('EXPIRED', { isPaid: true, outcome: null }),
  'refund-seqr': refund('OTHER', false),
  'refund-bank': refund('OTHER', true),
  'refund-late': refund('LATE', false),
  'refund-mismatch': refund('MISMATCH', false),
  'new-order': (language) => composeNewOrder(sampleOrder(language), language),
  'new-transfer': (language) => composeNewOrder(unpaidSample(language, { paymentMethod: 'invoice' }), language),
  'new-review': (language) => composeNewOrder(unpaidSample(language, { awaitsReview: true }), language),
  'attention-held': attention('held'),
  'attention-contradicted': attention('contradicted'),
  'attention-excess': attention('excess'),
  'attention-refund': attention('refund-unknown'),
  'attention-more': (language) => composeMoreAttention(14, language),
  'no-invoice': (language) => composeNoInvoice(sampleOrder(language), 'SYSTEM_ERROR', language),
} satisfies Record<string, Compose>;

function attention(kind: Parameters<typeof composeAttention>[1]['kind']): Compose {
  return (language) => {
    const order = sampleOrder(language);
    return composeAttention(order, { kind, amount: order.total }, language);
  };
}
