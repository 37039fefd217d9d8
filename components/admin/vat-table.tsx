import { ScrollArea } from '@/components/ui/scroll-area';
import type { CurrencyReport, ReportPeriod, VatRow } from '@/lib/admin/get-vat-report';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney, type Money } from '@/lib/money';
import { formatVatRate } from '@/lib/vat-rate';
import { panel } from './styles';

interface Props {
  report: CurrencyReport;
  period: ReportPeriod;
  language: Language;
  t: AdminTexts;
}

const cell = 'py-2 pl-4 text-right whitespace-nowrap';

/** Sales, refunds and their difference by VAT rate, in one currency. */
export function VatTable({ report, period, language, t: { vat: m } }: Props) {
  const { currency, orders, refunds, rates, total } = report;
  const title = `${currency}, ${period.from} – ${period.to}`;
  return (
    <div className={`mt-5 ${panel}`}>
      <h2 className="text-lg">{title}</h2>
      <p className="text-sm text-muted">{m.counts(m.orders(orders), m.refunds(refunds))}</p>
      <ScrollArea label={title} className="mt-2">
        <table className="w-full text-left tabular-nums">
          <thead className="text-sm text-muted">
            <tr>
              <th rowSpan={2} scope="col" className="py-1 align-bottom font-normal">
                {m.columns.rate}
              </th>
              {[m.columns.sold, m.columns.refunded, m.columns.left].map((name) => (
                <th key={name} colSpan={2} scope="colgroup" className="pl-4 text-right font-normal">
                  {name}
                </th>
              ))}
            </tr>
            <tr className="border-b border-control">
              {['sold', 'refunded', 'left'].flatMap((side) => [
                <th key={`${side} net`} scope="col" className={`${cell} font-normal`}>
                  {m.columns.net}
                </th>,
                <th key={`${side} vat`} scope="col" className={`${cell} font-normal`}>
                  {m.columns.vat}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {rates.map((row) => (
              <tr key={row.rate} className="border-b border-line">
                <th scope="row" className="py-2 font-normal">
                  {formatVatRate(row.rate, language)}
                </th>
                <Amounts row={row} language={language} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <th scope="row" className="py-2">
                {m.total}
              </th>
              <Amounts row={total} language={language} />
            </tr>
          </tfoot>
        </table>
      </ScrollArea>
    </div>
  );
}

function Amounts({ row: { sold, refunded, left }, language }: { row: VatRow; language: Language }) {
  const amounts: readonly (readonly [key: string, amount: Money])[] = [
    ['sold net', sold.net],
    ['sold vat', sold.vat],
    ['refunded net', refunded.net],
    ['refunded vat', refunded.vat],
    ['left net', left.net],
    ['left vat', left.vat],
  ];
  return amounts.map(([key, amount]) => (
    <td key={key} className={cell}>
      {formatMoney(amount, language)}
    </td>
  ));
}
