import type { OrderDetails } from '@/lib/admin/get-order-details';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { formatVatRate } from '@/lib/vat-rate';

interface Props {
  order: OrderDetails;
  language: Language;
  t: AdminTexts;
}

export function OrderLines({ order, language, t: { order: m } }: Props) {
  return (
    <table className="w-full text-left tabular-nums">
      <thead className="text-sm text-muted">
        <tr className="border-b border-control">
          <th className="py-2 pr-3 font-normal">{m.columns.item}</th>
          <th className="py-2 pr-3 text-right font-normal">{m.columns.quantity}</th>
          <th className="hidden py-2 pr-3 text-right font-normal sm:table-cell">{m.columns.each}</th>
          <th className="hidden py-2 pr-3 text-right font-normal sm:table-cell">{m.columns.vat}</th>
          <th className="py-2 text-right font-normal">{m.columns.sum}</th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.position} className="border-b border-line align-baseline">
            <td className="py-2.5 pr-3 wrap-anywhere">
              <span>{line.name}</span>
              {line.sku && <span className="block text-sm text-muted">{line.sku}</span>}
              {line.refunded > 0 && <span className="block text-sm text-muted">{m.refundedPieces(line.refunded)}</span>}
            </td>
            <td className="py-2.5 pr-3 text-right">{line.quantity}</td>
            <td className="hidden py-2.5 pr-3 text-right whitespace-nowrap sm:table-cell">
              {formatMoney(line.unitPrice, language)}
            </td>
            <td className="hidden py-2.5 pr-3 text-right sm:table-cell">
              {line.vatRate === null ? m.mixedVat : formatVatRate(line.vatRate, language)}
            </td>
            <td className="py-2.5 text-right whitespace-nowrap">{formatMoney(line.total, language)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="pt-3 font-display text-lg">
            {m.total}
          </th>
          <td colSpan={4} className="pt-3 text-right font-display text-lg font-semibold">
            {formatMoney(order.total, language)}
          </td>
        </tr>
        {order.vat.map(({ rate, vat }) => (
          <tr key={rate} className="text-sm text-muted">
            <th scope="row" className="font-normal">
              {m.ofWhichVat(formatVatRate(rate, language))}
            </th>
            <td colSpan={4} className="text-right">
              {formatMoney(vat, language)}
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  );
}
