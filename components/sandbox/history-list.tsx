import { formatShortDateTime } from '@/lib/i18n/format-date';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { PayerView } from '@/lib/sandbox/payer-app/payer';
import { invoicePath } from './invoice-code';
import { type SessionQuery, withSessionQuery } from './session-query';

export function HistoryList({
  rows,
  language,
  sessionQuery,
}: {
  rows: PayerView['payments'];
  language: FullLanguage;
  sessionQuery: SessionQuery;
}) {
  const texts = getPayerAppTexts(language);
  if (rows.length === 0) {
    return <p className="mt-2 rounded-2xl border border-line border-dashed px-4 py-5 text-soft">{texts.noHistory}</p>;
  }
  return (
    <ul className="mt-2 divide-y divide-line overflow-hidden rounded-2xl bg-card ring-1 ring-line">
      {rows.map((row) => (
        <li key={row.ersReference}>
          <a
            href={withSessionQuery(invoicePath(row.invoiceReference), sessionQuery)}
            className="flex min-h-16 items-center gap-3 px-4 py-2 active:bg-tint"
          >
            <Initial name={row.merchant} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{row.merchant}</span>
              <span className="block text-sm text-soft">{formatShortDateTime(row.at, language)}</span>
            </span>
            <Amount row={row} language={language} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Amount({ row, language }: { row: PayerView['payments'][number]; language: FullLanguage }) {
  const texts = getPayerAppTexts(language);
  const sum = formatMoney({ ...row.amount, amount: Math.abs(row.amount.amount) }, language);
  return (
    <span className="shrink-0 text-right tabular-nums">
      {row.reversed ? (
        <>
          <s className="text-soft">{sum}</s>
          <span className="block text-sm text-soft">{texts.reversed}</span>
        </>
      ) : row.kind === 'REFUND' ? (
        <>
          <span className="font-medium text-act">{`+${sum}`}</span>
          <span className="block text-sm text-soft">{texts.refund}</span>
        </>
      ) : (
        <span className="font-medium">{`−${sum}`}</span>
      )}
    </span>
  );
}

/** The merchant's first letter on a tile, in place of a logo. */
export function Initial({ name, large = false }: { name: string; large?: boolean }) {
  const letter = [...name.trim()][0]?.toUpperCase() ?? '?';
  const size = large ? 'size-14 rounded-2xl text-2xl' : 'size-10 rounded-xl text-lg';
  return (
    <span aria-hidden="true" className={`grid shrink-0 place-items-center bg-tint font-semibold text-tint-ink ${size}`}>
      {letter}
    </span>
  );
}
