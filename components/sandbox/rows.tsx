import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
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
            <Row key={index} row={row} language={language} />
          ))}
        </ul>
        <p className="mt-1 flex justify-between gap-4 border-ink border-t-2 pt-3 pb-1 font-semibold tabular-nums">
          <span>{texts.total}</span>
          <span>{formatMoney(invoice.total, language)}</span>
        </p>
        {invoice.footer && <p className="break-words pt-2 text-center text-soft text-sm">{invoice.footer}</p>}
      </div>
    </div>
  );
}

function Row({ row, language }: { row: RowView; language: Language }) {
  const quantity = [row.quantity, row.unit].filter(Boolean).join(' ');
  const detail = row.unitPrice ? `${quantity || 1} × ${formatMoney(row.unitPrice, language)}` : `× ${quantity}`;
  const tells = quantity !== '' && row.quantity !== '1';
  return (
    <li className="flex items-baseline justify-between gap-4 py-2.5">
      <span className="min-w-0">
        <span className="block break-words">{row.text}</span>
        {tells && <span className="block text-soft text-sm tabular-nums">{detail}</span>}
      </span>
      {row.total && <span className="shrink-0 tabular-nums">{formatMoney(row.total, language)}</span>}
    </li>
  );
}
