import type { HistoryEntry } from '@/lib/admin/order-history';
import { formatExactTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney, storedMoney } from '@/lib/money';
import { formatCreditNoteNumber } from '@/lib/orders/credit-note';
import type { OrderEventContent } from '@/lib/orders/order-events';

interface Props {
  history: readonly HistoryEntry[];
  language: Language;
  t: AdminTexts;
}

/** The order's history with time and actor, newest first. */
export function OrderHistory({ history, language, t }: Props) {
  return (
    <ol className="space-y-3 print:space-y-1 print:text-xs">
      {history.toReversed().map((entry, index) => {
        const { text, detail } = describe(entry, language, t);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once and entries may have equal times
          <li key={index} className="border-l-2 border-line pl-3">
            <time dateTime={entry.at.toISOString()} className="block text-sm text-muted tabular-nums print:text-xs">
              {formatExactTime(entry.at, language)}
            </time>
            <span>{text}</span>
            {detail && <span className="block text-sm break-words text-muted print:text-xs">{detail}</span>}
          </li>
        );
      })}
    </ol>
  );
}

type RefundRequested = Extract<OrderEventContent, { kind: 'refund-requested' }>;
type Words = { text: string; detail?: string | null };

function describe(entry: HistoryEntry, language: Language, t: AdminTexts): Words {
  const m = t.history;
  switch (entry.type) {
    case 'ordered':
      return { text: m.ordered };
    case 'closed':
      return { text: entry.state === 'EXPIRED' ? m.closed.EXPIRED : m.closed.CANCELED };
    case 'payment': {
      const how = entry.actor === null ? t.states.sources[entry.source] : m.by(entry.actor);
      return { text: m.payment(entry.to, entry.attempt, how), detail: entry.detail };
    }
    case 'effect': {
      const [done = entry.kind, failing = entry.kind] = m.effects[entry.kind] ?? [];
      if (entry.unsent) return { text: failing, detail: m.noMailServer };
      return entry.failure === null ? { text: done } : { text: failing, detail: entry.failure };
    }
    case 'order': {
      const by = entry.actor === null ? (isReportedBySeqr(entry.content) ? m.bySeqr : m.byShop) : m.by(entry.actor);
      const { text, detail } = describeEvent(entry.content, language, t);
      return { text: `${text} ${by}.`, detail: detail ?? null };
    }
  }
}

function isReportedBySeqr({ kind }: OrderEventContent): boolean {
  return kind === 'refund-done' || kind === 'refund-refused' || kind === 'refund-unknown';
}

function describeEvent(content: OrderEventContent, language: Language, t: AdminTexts): Words {
  const { history: m, incidents } = t;
  const sum = (amount: number, currency: string) => formatMoney(storedMoney(amount, currency), language);
  switch (content.kind) {
    case 'accepted':
    case 'cancel-requested':
    case 'undelivered':
    case 'receipt-resent':
      return { text: m[content.kind] };
    case 'delivered':
      return { text: m.delivered, detail: [content.carrier, content.trackingUrl].filter(Boolean).join(' · ') };
    case 'goods-released':
      return { text: incidents.history['goods-released'](content.days) };
    case 'incident': {
      const paid = content.amount === null || content.currency === null ? '' : sum(content.amount, content.currency);
      const facts = [incidents.kinds[content.incident], paid, content.status, content.ersReference, content.detail];
      return { text: incidents.history.incident, detail: facts.filter(Boolean).join(' · ') };
    }
    case 'incident-ended': {
      const detail = [incidents.kinds[content.incident], content.note].filter(Boolean).join(' · ');
      return { text: incidents.outcomes[content.outcome], detail };
    }
    case 'change-requested':
    case 'change-dropped':
    case 'changed':
      return { text: m[content.kind](sum(content.from, content.currency), sum(content.to, content.currency)) };
    case 'transfer-received':
      return { text: m['transfer-received'](sum(content.amount, content.currency)), detail: content.note };
    case 'refund-requested':
      return { text: m['refund-requested'](sum(content.amount, content.currency)), detail: refundReason(content, m) };
    case 'refund-done': {
      const text = m['refund-done'](sum(content.amount, content.currency));
      const detail = [
        content.ersReference,
        content.creditNote && m.creditNote(formatCreditNoteNumber(content.creditNote)),
        content.returned && m.returned(content.returned),
      ];
      return {
        text: content.byHand ? `${text}, ${m.confirmedByHand}` : text,
        detail: detail.filter(Boolean).join(' · '),
      };
    }
    case 'refund-refused':
    case 'refund-unknown':
      return { text: m[content.kind](sum(content.amount, content.currency)), detail: content.failure };
  }
}

/**
 * The shop's own refunds have a cause. A merchant's refund has a reason instead, and so do the shop's refunds from
 * before causes were stored.
 */
function refundReason({ cause, reason }: RefundRequested, { refundCauses }: AdminTexts['history']): string {
  return cause === 'LATE' || cause === 'MISMATCH' ? refundCauses[cause] : reason;
}
