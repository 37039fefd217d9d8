import type { ReactNode } from 'react';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { OrderView } from '@/lib/orders/get-order';
import { type Milestone, orderMilestones } from '@/lib/orders/order-milestones';

interface Props {
  order: OrderView;
  language: Language;
  messages: ShopTexts;
  /** The time of a payment that `order` does not contain yet. */
  paidTime?: ReactNode;
}

/** What has happened to the order so far, with times and the tracking link. */
export function OrderMilestones({ order, language, messages, paidTime }: Props) {
  const { milestones: m } = messages.receipt;
  return (
    <section aria-labelledby="milestones" className="mt-8 print:hidden">
      <h2 id="milestones" className="text-heading">
        {m.title}
      </h2>
      <ol className="mt-3 space-y-3">
        {orderMilestones(order).map((milestone, index) => (
          <Step
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once and two refunds may be equal
            key={index}
            text={describe(milestone, language, m)}
            time={<time dateTime={milestone.at.toISOString()}>{formatDateTime(milestone.at, language)}</time>}
          >
            {milestone.kind === 'sent' && milestone.trackingUrl !== null && (
              <a href={milestone.trackingUrl} rel="noreferrer" className="py-1 underline underline-offset-4">
                {m.track}
              </a>
            )}
          </Step>
        ))}
        {paidTime && <Step text={m.paid} time={paidTime} />}
      </ol>
    </section>
  );
}

function Step({ text, time, children }: { text: string; time: ReactNode; children?: ReactNode }) {
  return (
    <li className="flex flex-col items-start border-l-2 border-pine pl-4">
      <span className="font-medium wrap-anywhere">{text}</span>
      <span className="text-sm text-muted tabular-nums">{time}</span>
      {children}
    </li>
  );
}

function describe(milestone: Milestone, language: Language, m: ShopTexts['receipt']['milestones']): string {
  switch (milestone.kind) {
    case 'sent':
      return milestone.carrier === null ? m.sent : m.sentWith(milestone.carrier);
    case 'refunded': {
      const amount = formatMoney(milestone.amount, language);
      return milestone.byTransfer ? m.refundedToBank(amount) : m.refundedToSeqr(amount);
    }
    default:
      return m[milestone.kind];
  }
}
