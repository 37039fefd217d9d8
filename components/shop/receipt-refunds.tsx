import { formatDate } from '@/lib/i18n/format-date';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney, negate } from '@/lib/money';
import { type OrderView, totalAfterRefunds } from '@/lib/orders/get-order';
import { creditNotePath } from '@/lib/orders/order-urls';
import { hasReceiptPdf, refundDetails } from '@/lib/receipts/receipt-facts';

interface Props {
  order: OrderView;
  language: Language;
  messages: ShopTexts;
}

/** Refunds with their items and VAT by rate, and the amount that the shop keeps. */
export function ReceiptRefunds({ order, language, messages }: Props) {
  const { refunds: m } = messages.receipt;
  return (
    <table className="mt-6 w-full border-t border-control text-sm tabular-nums print:mt-4">
      <caption className="pt-3 text-left font-display text-lg font-semibold">{m.title}</caption>
      {order.received.amount !== order.total.amount && (
        <tbody>
          <tr className="border-b border-line align-baseline">
            <td className="py-2 pr-3">{m.received}</td>
            <td className="py-2 text-right whitespace-nowrap">{formatMoney(order.received, language)}</td>
          </tr>
        </tbody>
      )}
      {order.refunds.map((refund) => (
        <Refund key={refund.id} order={order} refund={refund} language={language} messages={messages} />
      ))}
      <tfoot className="print:table-row-group">
        <tr>
          <th scope="row" className="py-2 text-left font-semibold">
            {m.netTotal}
          </th>
          <td className="py-2 text-right font-semibold whitespace-nowrap">
            {formatMoney(totalAfterRefunds(order), language)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

type RefundProps = Props & { refund: OrderView['refunds'][number] };

function Refund({ order, refund, language, messages }: RefundProps) {
  const { lines, vat } = refundDetails(refund, language, messages);
  return (
    <tbody className="break-inside-avoid border-b border-line align-baseline">
      <tr>
        <td className="pt-2 pr-3 last:pb-2">
          <span>{formatDate(refund.at, language)}</span>
          {refund.ersReference && (
            <span className="block wrap-anywhere text-muted">
              {`${messages.receipt.ersReference} ${refund.ersReference}`}
            </span>
          )}
          {refund.creditNote && (
            <CreditNoteLink order={order} number={refund.creditNote} language={language} messages={messages} />
          )}
        </td>
        <td className="pt-2 text-right whitespace-nowrap">{formatMoney(negate(refund.amount), language)}</td>
      </tr>
      {[...lines, ...vat].map(({ key, label, amount }) => (
        <tr key={key} className="text-muted last:[&>td]:pb-2">
          <td className="py-0.5 pr-3 pl-4 wrap-anywhere">{label}</td>
          <td className="py-0.5 text-right whitespace-nowrap">{formatMoney(negate(amount), language)}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** The credit note's number, as a link if it can be drawn as PDF. */
function CreditNoteLink({ order, number, language, messages }: Props & { number: string }) {
  const text = messages.papers.creditNote.link(number);
  if (!hasReceiptPdf(order)) return <span className="block text-muted">{text}</span>;
  return (
    <a
      href={creditNotePath(order.id, number, language)}
      className="block underline decoration-line decoration-2 underline-offset-4 hover:decoration-pine"
    >
      {text}
    </a>
  );
}
