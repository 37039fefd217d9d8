import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { OrderView } from '@/lib/orders/get-order';
import { formatVatRate } from '@/lib/vat-rate';
import { ReceiptRefunds } from './receipt-refunds';

interface Props {
  order: OrderView;
  language: Language;
  messages: ShopTexts;
}

/** The lines of a receipt, its total, and the VAT by rate. */
export function ReceiptLines({ order, language, messages }: Props) {
  const m = messages.receipt;
  return (
    <>
      <table className="mt-6 w-full text-sm tabular-nums sm:text-base print:text-base">
        <thead>
          <tr className="border-b border-control text-left text-sm text-muted">
            <th className="py-2 pr-2 font-normal sm:pr-3">{m.columns.item}</th>
            <th className="py-2 pr-2 text-right font-normal sm:pr-3">{m.columns.quantity}</th>
            <th className="hidden py-2 pr-3 text-right font-normal sm:table-cell">{m.columns.price}</th>
            <th className="py-2 pr-2 text-right font-normal sm:pr-3">{m.columns.vat}</th>
            <th className="py-2 text-right font-normal">{m.columns.sum}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={`${line.kind} ${line.slug}`} className="border-b border-line align-baseline">
              <td className="py-2.5 pr-2 wrap-anywhere print:py-1 sm:pr-3">{line.name}</td>
              <td className="py-2.5 pr-2 text-right print:py-1 sm:pr-3">{line.quantity}</td>
              <td className="hidden py-2.5 pr-3 text-right print:py-1 sm:table-cell">
                {formatMoney(line.unitPrice, language)}
              </td>
              <td className="py-2.5 pr-2 text-right print:py-1 sm:pr-3">
                {line.vatRate === null ? m.mixedVat : formatVatRate(line.vatRate, language)}
              </td>
              <td className="py-2.5 text-right whitespace-nowrap print:py-1">{formatMoney(line.total, language)}</td>
            </tr>
          ))}
        </tbody>
        {/* On paper this is an ordinary row group, because browsers repeat a table's foot on each page. */}
        <tfoot className="print:table-row-group">
          <tr>
            <th scope="row" className="pt-4 text-left font-display text-xl font-semibold">
              {m.total}
            </th>
            <td colSpan={4} className="pt-4 text-right font-display text-xl font-semibold whitespace-nowrap">
              {formatMoney(order.total, language)}
            </td>
          </tr>
        </tfoot>
      </table>
      <VatTable order={order} language={language} labels={m.vatTable} />
      {order.refunds.length > 0 && <ReceiptRefunds order={order} language={language} messages={messages} />}
    </>
  );
}

function VatTable({ order, language, labels }: Omit<Props, 'messages'> & { labels: ShopTexts['receipt']['vatTable'] }) {
  return (
    <table className="mt-5 w-full break-inside-avoid text-sm tabular-nums sm:ml-auto sm:max-w-sm">
      <thead>
        <tr className="text-right text-muted">
          <th className="py-1 text-left font-normal">{labels.rate}</th>
          <th className="py-1 font-normal">{labels.net}</th>
          <th className="py-1 font-normal">{labels.vat}</th>
        </tr>
      </thead>
      <tbody>
        {order.vat.map(({ rate, net, vat }) => (
          <tr key={rate} className="text-right">
            <td className="py-1 text-left">{formatVatRate(rate, language)}</td>
            <td className="py-1">{formatMoney(net, language)}</td>
            <td className="py-1">{formatMoney(vat, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
