import Link from 'next/link';
import type { OrderDetails } from '@/lib/admin/get-order-details';
import { formatDate } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { maxLengths } from '@/lib/input-limits';
import { formatMoney, money, subtract, toDecimal } from '@/lib/money';
import { AdminForm } from './admin-form';
import { button, field, panel } from './styles';

interface Props {
  order: OrderDetails;
  language: Language;
  t: AdminTexts;
}

/** The actions that the order's state allows. */
export function OrderActions({ order, t }: Pick<Props, 'order' | 't'>) {
  const m = t.order;
  const { accept, cancel, resend } = order.may;
  const canRefund = order.refundable.length > 0;
  const isHeld = order.payments.some((payment) => payment.isHeld);
  return (
    <section aria-labelledby="actions" className={`${panel} print:hidden`}>
      <h2 id="actions" className="text-lg">
        {m.actions}
      </h2>
      <div className="mt-3 flex flex-wrap gap-3">
        {accept && (
          <AdminForm action={`/admin/orders/${order.number}/accept`}>
            <button type="submit" aria-describedby="accept-hint" className={button('primary')}>
              {m.accept}
            </button>
            <p id="accept-hint" className="mt-2 text-sm text-muted">
              {m.acceptHint}
            </p>
          </AdminForm>
        )}
        {canRefund && (
          <Link href={`/admin/orders/${order.number}/refund`} prefetch={false} className={button('secondary')}>
            {m.refund}
          </Link>
        )}
        {cancel && (
          <AdminForm action={`/admin/orders/${order.number}/cancel`}>
            <button type="submit" aria-describedby="cancel-hint" className={button('danger')}>
              {m.cancel}
            </button>
            <p id="cancel-hint" className="mt-2 text-sm text-muted">
              {m.cancelHint[order.paymentMethod]}
            </p>
          </AdminForm>
        )}
        {resend && (
          <AdminForm action={`/admin/orders/${order.number}/receipt`}>
            <button type="submit" className={button('secondary')}>
              {m.resend}
            </button>
          </AdminForm>
        )}
        {!accept && !canRefund && !cancel && !resend && (
          <p className="text-muted">{isHeld ? t.incidents.decideFirst : m.noActions}</p>
        )}
      </div>
    </section>
  );
}

/** Received bank transfers, and the form to record one. */
export function OrderTransfer({ order, language, t }: Props) {
  if (!order.bankTransfer || order.awaitsReview) return null;
  const m = t.order;
  const rest = subtract(order.total, order.transferred);
  const missing = rest.amount > 0 ? rest : money(0, rest.currency);
  return (
    <section aria-labelledby="transfer" className={panel}>
      <h2 id="transfer" className="text-lg">
        {m.transfer}
      </h2>
      <p className="mt-1">{m.transferExpected(formatMoney(order.total, language), order.bankTransfer.reference)}</p>
      {order.transferred.amount > 0 && <p>{m.transferReceived(formatMoney(order.transferred, language))}</p>}
      {order.state === 'PENDING' && order.transferred.amount === 0 && (
        <p className="text-sm text-muted">{m.transferDue(formatDate(order.expiresAt, language))}</p>
      )}
      {order.may.receiveTransfer && (
        <AdminForm
          action={`/admin/orders/${order.number}/transfers`}
          className="mt-3 grid gap-3 sm:grid-cols-2 print:hidden"
        >
          <div>
            <label htmlFor="amount" className="text-sm">
              {`${m.transferAmount} (${order.total.currency})`}
            </label>
            <input
              id="amount"
              name="amount"
              inputMode="decimal"
              required
              defaultValue={missing.amount > 0 ? toDecimal(missing) : ''}
              className={`${field} mt-1`}
            />
          </div>
          <div>
            <label htmlFor="note" className="text-sm">
              {m.transferNote}
            </label>
            <input id="note" name="note" maxLength={maxLengths.transferNote} className={`${field} mt-1`} />
          </div>
          <button type="submit" className={button('secondary', 'sm:justify-self-start')}>
            {m.transferSubmit}
          </button>
        </AdminForm>
      )}
    </section>
  );
}
