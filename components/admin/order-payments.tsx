import type { OrderDetails, RefundDetails } from '@/lib/admin/get-order-details';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { ersReferencePattern } from '@/lib/input-limits';
import { formatMoney } from '@/lib/money';
import { creditNotePath } from '@/lib/orders/order-urls';
import { AdminForm } from './admin-form';
import { StateBadge } from './state-badge';
import { button, field, panel, textLink } from './styles';

interface Props {
  order: OrderDetails;
  language: Language;
  t: AdminTexts;
}

/** The order's SEQR payment attempts. */
export function OrderPayments({ order, language, t }: Props) {
  if (order.payments.length === 0) return null;
  const m = t.order;
  return (
    <section aria-labelledby="payments" className={panel}>
      <h2 id="payments" className="text-lg">
        {m.payments}
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {order.payments.map((payment) => (
          <li key={payment.id} className="py-3 first:pt-1 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="font-semibold">{m.attempt(payment.attempt)}</span>
              <StateBadge
                state={payment.isHeld ? 'UNKNOWN' : payment.state}
                label={payment.isHeld ? t.incidents.held : t.states.payment[payment.state]}
              />
              <span className="ml-auto tabular-nums">{formatMoney(payment.amount, language)}</span>
            </p>
            <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-sm">
              {payment.invoiceReference && (
                <>
                  <dt className="text-muted">{m.invoice}</dt>
                  <dd className="break-all tabular-nums">{payment.invoiceReference}</dd>
                </>
              )}
              {payment.ersReference && (
                <>
                  <dt className="text-muted">{m.ersReference}</dt>
                  <dd className="break-all tabular-nums">{payment.ersReference}</dd>
                </>
              )}
            </dl>
            {payment.failure && <p className="mt-1 text-sm text-falu">{`${m.problem} ${payment.failure}`}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The order's refunds; an unclear one can be resolved here. */
export function OrderRefunds({ order, language, t }: Props) {
  if (order.refunds.length === 0) return null;
  return (
    <section aria-labelledby="refunds" className={panel}>
      <h2 id="refunds" className="text-lg">
        {t.order.refunds}
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {order.refunds.map((refund) => (
          <li key={refund.id} className="py-3 first:pt-1 last:pb-0">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="font-semibold tabular-nums">{formatMoney(refund.amount, language)}</span>
              <StateBadge state={refund.state} label={t.states.refund[refund.state]} />
              <span className="ml-auto text-sm text-muted">{formatShortDateTime(refund.createdAt, language)}</span>
            </p>
            <p className="mt-1 text-sm break-words text-muted">{refund.reason}</p>
            {refund.ersReference && <p className="text-sm break-all text-muted tabular-nums">{refund.ersReference}</p>}
            {refund.creditNote && (
              <a href={creditNotePath(order.id, refund.creditNote)} className={`text-sm ${textLink}`}>
                {t.papers.creditNote(refund.creditNote)}
              </a>
            )}
            {refund.failure && <p className="text-sm text-falu">{refund.failure}</p>}
            <SettleRefund refund={refund} number={order.number} t={t} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SettleRefund({ refund, number, t }: { refund: RefundDetails; number: number; t: AdminTexts }) {
  const m = t.order;
  const isOwnTransfer = refund.byTransfer && refund.state === 'REQUESTED';
  if (refund.state !== 'UNKNOWN' && !isOwnTransfer) return null;
  const id = `reference-${refund.id}`;
  return (
    <AdminForm
      action={`/admin/orders/${number}/refunds/${refund.id}`}
      className="mt-2 space-y-3 rounded-field bg-straw-soft p-3 print:hidden"
    >
      <p className="text-sm">{isOwnTransfer ? m.settleTransfer : m.settleUnknown}</p>
      {!refund.byTransfer && (
        <div>
          <label htmlFor={id} className="text-sm">
            {m.settleReference}
          </label>
          <input
            id={id}
            name="ersReference"
            inputMode="numeric"
            pattern={ersReferencePattern}
            className={`${field} mt-1`}
          />
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <button type="submit" name="outcome" value="done" className={button('secondary')}>
          {m.settleDone}
        </button>
        <button type="submit" name="outcome" value="not-done" className={button('secondary')}>
          {m.settleNotDone}
        </button>
      </div>
    </AdminForm>
  );
}
