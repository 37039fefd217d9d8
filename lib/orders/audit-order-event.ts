import type { AuditChange } from '../audit/record-audit';
import { now } from '../clock';
import { storedMoney } from '../money';
import type { OrderEventContent } from './order-events';

/** Converts an event of an order to a change for the audit list, with its old and new value. */
export function auditOrderEvent(content: OrderEventContent): AuditChange {
  const { kind: field } = content;
  switch (content.kind) {
    case 'accepted':
    case 'cancel-requested':
    case 'receipt-resent':
    case 'undelivered':
      return { field, before: false, after: true };
    case 'delivered': {
      const shipment = [content.carrier, content.trackingUrl].filter(Boolean).join(' · ');
      return { field, before: null, after: now(), note: shipment || null };
    }
    case 'goods-released':
      return { field, before: null, after: content.days };
    case 'incident':
      return { field, before: null, after: content.incident, note: content.detail };
    case 'incident-ended':
      return { field, before: content.incident, after: content.outcome, note: content.note };
    case 'change-requested':
    case 'change-dropped':
    case 'changed': {
      const { from, to, currency } = content;
      return { field, before: storedMoney(from, currency), after: storedMoney(to, currency) };
    }
    case 'transfer-received':
      return { field, before: null, after: storedMoney(content.amount, content.currency), note: content.note };
    case 'refund-requested':
      return { field, before: null, after: storedMoney(content.amount, content.currency), note: content.reason };
    case 'refund-done':
      return { field, before: null, after: storedMoney(content.amount, content.currency), note: content.ersReference };
    case 'refund-refused':
    case 'refund-unknown':
      return { field, before: null, after: storedMoney(content.amount, content.currency), note: content.failure };
  }
}
