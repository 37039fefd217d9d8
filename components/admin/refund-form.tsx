import Form from 'next/form';
import type { OrderDetails } from '@/lib/admin/get-order-details';
import { canRestock } from '@/lib/admin/refund-form';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { maxLengths } from '@/lib/input-limits';
import { formatMoney } from '@/lib/money';
import { button, field, panel } from './styles';

interface Props {
  order: OrderDetails;
  filledIn: Readonly<Record<string, string>>;
  language: Language;
  t: AdminTexts;
}

const choice = 'flex min-h-11 items-center gap-3 font-medium';

/** The amount and reason of a refund. Changes nothing: the next page asks for confirmation. */
export function RefundForm({ order, filledIn, language, t }: Props) {
  const m = t.refund;
  const mode = filledIn.mode ?? 'all';
  return (
    <Form action={`/admin/orders/${order.number}/refund`} className={`${panel} mt-5 max-w-2xl space-y-5`}>
      {order.refundable.length > 1 && <ChooseSource order={order} filledIn={filledIn} language={language} t={t} />}
      <fieldset>
        <legend className="mb-1 text-sm text-muted">{m.howMuch}</legend>
        <label className={choice}>
          <input type="radio" name="mode" value="all" defaultChecked={mode === 'all'} className="size-5" />
          {m.all}
        </label>
        <label className={choice}>
          <input type="radio" name="mode" value="lines" defaultChecked={mode === 'lines'} className="size-5" />
          {m.lines}
        </label>
        <ul className="ml-8 space-y-2">
          {order.lines
            .filter(({ quantity, refunded }) => quantity > refunded)
            .map(({ position, name, quantity, refunded, unitPrice }) => (
              <li key={position} className="grid grid-cols-[1fr_auto] items-center gap-x-3">
                <label htmlFor={`q${position}`} className="wrap-anywhere">
                  <span>{name}</span>{' '}
                  <span className="text-sm whitespace-nowrap text-muted">{formatMoney(unitPrice, language)}</span>
                </label>
                <span className="flex items-center gap-2 text-sm text-muted">
                  <span className="w-16">
                    <input
                      id={`q${position}`}
                      name={`q${position}`}
                      inputMode="numeric"
                      defaultValue={filledIn[`q${position}`] ?? ''}
                      placeholder="0"
                      className={`${field} text-right`}
                    />
                  </span>
                  <span className="w-10 whitespace-nowrap">{m.of(quantity - refunded)}</span>
                </span>
              </li>
            ))}
        </ul>
        <label className={`${choice} mt-2`}>
          <input type="radio" name="mode" value="amount" defaultChecked={mode === 'amount'} className="size-5" />
          {m.amount}
        </label>
        <div className="ml-8">
          <label htmlFor="amount" className="text-sm text-muted">
            {`${m.amountLabel} (${order.total.currency})`}
          </label>
          <input
            id="amount"
            name="amount"
            inputMode="decimal"
            defaultValue={filledIn.amount ?? ''}
            className={`${field} mt-1 max-w-48`}
          />
        </div>
      </fieldset>
      {canRestock(order) && (
        <div>
          <label className={choice}>
            <input
              type="checkbox"
              name="restock"
              defaultChecked={filledIn.restock === 'on'}
              aria-describedby="restock-hint"
              className="size-5"
            />
            {m.restock}
          </label>
          <p id="restock-hint" className="text-sm text-muted">
            {m.restockHint}
          </p>
        </div>
      )}
      <div>
        <label htmlFor="reason" className="font-medium">
          {m.reason}
        </label>
        <input
          id="reason"
          name="reason"
          required
          maxLength={maxLengths.refundReason}
          defaultValue={filledIn.reason ?? ''}
          aria-describedby="reason-hint"
          className={`${field} mt-1`}
        />
        <p id="reason-hint" className="mt-1 text-sm text-muted">
          {m.reasonHint}
        </p>
      </div>
      <button type="submit" className={button('primary')}>
        {m.review}
      </button>
    </Form>
  );
}

function ChooseSource({ order, filledIn, language, t }: Props) {
  const m = t.refund;
  return (
    <fieldset>
      <legend className="mb-1 text-sm text-muted">{m.from}</legend>
      {order.refundable.map(({ paymentId, attempt, left }, index) => {
        const value = paymentId ?? 'transfer';
        const sum = formatMoney(left, language);
        return (
          <label key={value} className={choice}>
            <input
              type="radio"
              name="payment"
              value={value}
              defaultChecked={filledIn.payment ? filledIn.payment === value : index === 0}
              className="size-5"
            />
            <span>{attempt === null ? m.fromTransfer(sum) : m.fromPayment(attempt, sum)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
