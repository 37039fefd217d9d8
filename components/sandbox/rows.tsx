import type { Language } from '@/lib/i18n/languages';
import { formatMoney, type Money } from '@/lib/money';
import type { Texts } from './texts';
import type { InvoiceView, RowView } from './view';

/** The invoice's rows on a slip of till paper. Their sum may differ from the total: the total counts, and is shown. */
export function Rows({ invoice, language, texts }: { invoice: InvoiceView; language: Language; texts: Texts }) {
  return (
    <div className="drop-shadow-sm">
      <div className="torn rounded-t-2xl bg-card px-5 pt-4">
        <ul className="divide-y divide-line">
          {invoice.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and may repeat; their order is theirs
            <Row key={index} row={row} language={language} texts={texts} />
          ))}
        </ul>
        <p className="mt-1 flex justify-between gap-4 border-ink border-t-2 pt-3 pb-1 font-semibold tabular-nums">
          <span>{texts.total}</span>
          <span>{formatMoney(invoice.total, language)}</span>
        </p>
        <SoldBy invoice={invoice} texts={texts} />
        {invoice.footer && <p className="break-words pt-2 text-center text-soft text-sm">{invoice.footer}</p>}
      </div>
    </div>
  );
}

/** Which till, and who sat at it: the merchant names both. */
function SoldBy({ invoice: { terminal, cashier }, texts }: { invoice: InvoiceView; texts: Texts }) {
  const facts = [
    [texts.terminal, terminal],
    [texts.cashier, cashier],
  ].filter(([, value]) => value !== undefined);
  if (facts.length === 0) return null;
  return (
    <dl className="mt-1 grid gap-y-0.5 border-line border-t py-2 text-soft text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4">
          <dt className="shrink-0">{name}</dt>
          <dd className="min-w-0 break-words text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Row({ row, language, texts }: { row: RowView; language: Language; texts: Texts }) {
  const quantity = [row.quantity, row.unit].filter(Boolean).join(' ');
  const detail = row.unitPrice ? `${quantity || 1} × ${formatMoney(row.unitPrice, language)}` : `× ${quantity}`;
  const tells = quantity !== '' && row.quantity !== '1';
  return (
    <li className="flex items-baseline justify-between gap-4 py-2.5">
      <span className="min-w-0">
        <span className="block break-words">{row.text}</span>
        {tells && <span className="block text-soft text-sm tabular-nums">{detail}</span>}
        {row.discount && (
          <span className="block text-soft text-sm tabular-nums">
            {texts.discount(formatMoney(lowering(row.discount), language))}
          </span>
        )}
      </span>
      {row.total && <span className="shrink-0 tabular-nums">{formatMoney(row.total, language)}</span>}
    </li>
  );
}

/** Merchants send a discount with either sign; on the bill it lowers the price. */
function lowering({ amount, currency }: Money): Money {
  return { amount: -Math.abs(amount), currency };
}
