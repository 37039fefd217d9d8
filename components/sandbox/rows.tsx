import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import { formatMoney, type Money } from '@/lib/money';
import type { InvoiceView, RowView } from '@/lib/sandbox/payer-app/payer';

/** The invoice's rows. If they do not add up to the total, the total is what is paid. */
export function Rows({
  invoice,
  language,
  texts,
}: {
  invoice: InvoiceView;
  language: FullLanguage;
  texts: PayerAppTexts;
}) {
  return (
    <div className="drop-shadow-sm">
      <div className="torn rounded-t-2xl bg-card px-5 pt-4">
        <ul className="divide-y divide-line">
          {invoice.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity, may repeat and keep their order
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

/** The terminal and the cashier, as the merchant named them. */
function SoldBy({ invoice: { terminal, cashier }, texts }: { invoice: InvoiceView; texts: PayerAppTexts }) {
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

function Row({ row, language, texts }: { row: RowView; language: FullLanguage; texts: PayerAppTexts }) {
  const quantity = [row.quantity, row.unit].filter(Boolean).join(' ');
  const detail = row.unitPrice ? `${quantity || 1} × ${formatMoney(row.unitPrice, language)}` : `× ${quantity}`;
  const showsQuantity = quantity !== '' && row.quantity !== '1';
  return (
    <li className="flex items-baseline justify-between gap-4 py-2.5">
      <span className="min-w-0">
        <span className="block break-words">{row.text}</span>
        {showsQuantity && <span className="block text-soft text-sm tabular-nums">{detail}</span>}
        {row.discount && (
          <span className="block text-soft text-sm tabular-nums">
            {texts.discount(formatMoney(toNegative(row.discount), language))}
          </span>
        )}
      </span>
      {row.total && <span className="shrink-0 tabular-nums">{formatMoney(row.total, language)}</span>}
    </li>
  );
}

/** Merchants send discounts with either sign; they always lower the price. */
function toNegative({ amount, currency }: Money): Money {
  return { amount: -Math.abs(amount), currency };
}
