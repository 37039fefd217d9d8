import { WatchStatus } from '@/components/payment/watch-status';
import { buttonClass } from '@/components/ui/button-class';
import { config } from '@/lib/config';
import { formatDate } from '@/lib/i18n/format-date';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import { formatMoney } from '@/lib/money';
import type { OrderView } from '@/lib/orders/get-order';
import { maskEmail } from '@/lib/orders/mask-email';
import { paymentPath, payPath } from '@/lib/orders/order-urls';
import { transferAccounts } from '@/lib/orders/transfer-accounts';
import { toStatusWord } from '@/lib/payments/payment-status';

interface Props {
  order: OrderView;
  language: Language;
  messages: ShopTexts;
}

/** The order's status in words: thanks, the amount still due, or the refunded amount. */
export function ReceiptHead({ order, language, messages }: Props) {
  const m = messages.receipt;
  if (order.awaitsReview) {
    return (
      <div className="print:hidden">
        <h1 className="text-title">{m.invoiceTitle}</h1>
        <p className="mt-2 text-lg text-muted">
          <span>{m.reviewText}</span>
          {config().smtpUrl !== undefined && <span>{` ${m.reviewMail(maskEmail(order.customer.email))}`}</span>}
        </p>
      </div>
    );
  }
  if (order.state === 'PENDING') {
    return order.bankTransfer ? (
      <BankTransfer order={order} transfer={order.bankTransfer} language={language} messages={messages} />
    ) : (
      <div className="print:hidden">
        <h1 className="text-title">{m.unpaidTitle}</h1>
        <p className="mt-2 text-lg text-muted">{m.unpaidText}</p>
        <a href={payPath(order.id, language)} className={buttonClass('seqr', 'mt-5')}>
          {m.toPay}
        </a>
        {order.payment && (
          <WatchStatus statusUrl={paymentPath(order.id)} status={toStatusWord(order.payment.state)} held={false} />
        )}
      </div>
    );
  }
  const isRefunded = order.state !== 'PAID';
  const [paidTitle, paidHint] = order.shipment ? [m.sentTitle, m.sentHint] : [m.thanks, m.thanksHint];
  return (
    <div className="print:hidden">
      <h1 className="text-title">{isRefunded ? messages.order.states[order.state] : paidTitle}</h1>
      <p className="mt-2 text-lg text-muted">{isRefunded ? m.refunded : paidHint}</p>
    </div>
  );
}

interface TransferProps extends Props {
  transfer: NonNullable<OrderView['bankTransfer']>;
}

function BankTransfer({ transfer, order, language, messages: { receipt: m } }: TransferProps) {
  const rows = [
    ...transferAccounts(order.customer.country, m).map(({ label, value }) => [label, value] as const),
    [m.ocr, transfer.reference],
    [m.amount, formatMoney(transfer.amount, language)],
    [m.due, formatDate(transfer.dueAt, language)],
    [m.recipient, merchant.legalName],
  ] as const;
  return (
    <div>
      <h1 className="text-title">{m.invoiceTitle}</h1>
      <p className="mt-2 text-lg text-muted">{m.invoiceText}</p>
      <dl className="mt-6 grid gap-x-8 gap-y-4 rounded-tile bg-pine-soft p-6 sm:grid-cols-3">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="font-display text-xl font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
