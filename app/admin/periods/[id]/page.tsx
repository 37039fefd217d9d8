import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AdminForm } from '@/components/admin/admin-form';
import { PeriodLines } from '@/components/admin/period-lines';
import { PeriodSteps } from '@/components/admin/period-steps';
import { StateBadge } from '@/components/admin/state-badge';
import { button, panel, textLink } from '@/components/admin/styles';
import { Notice } from '@/components/ui/notice';
import { RefreshSoon } from '@/components/ui/refresh-soon';
import { formatExactTime, formatShortDateTime } from '@/lib/i18n/format-date';
import { isKeyOf } from '@/lib/keys-of';
import { formatMoney, subtract } from '@/lib/money';
import { getPeriod, listLines } from '@/lib/reconciliation/view-period';
import { pageTexts, type Query, readQuery, requireSession } from '../../request';

const SHOWN = 200;

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.periods.title };
}

/** One closing: its progress, what matched, and each difference with its explanation. */
export default async function PeriodPage({ params, searchParams }: Props) {
  const { id } = await params;
  await requireSession(`/admin/periods/${encodeURIComponent(id)}`);
  const [{ language, t }, query, period] = await Promise.all([pageTexts(), readQuery(searchParams), getPeriod(id)]);
  if (!period) notFound();
  const [open, matched] = await Promise.all([listLines(id, 'open', SHOWN), listLines(id, 'matched', SHOWN)]);
  const m = t.periods;
  const words = t.reconciliation;
  const when = formatShortDateTime(period.markedAt ?? period.createdAt, language);
  const note = query.note && isKeyOf(m.notes, query.note) ? m.notes[query.note] : null;
  // A refresh could replace the form, and a reload would discard its input.
  const isCorrecting = period.acceptsId && query.correct !== undefined;
  const isCompared = period.state === 'RECONCILED';
  const sums = [
    [m.columns.matched, period.matched],
    [m.columns.open, period.open],
    [m.columns.atSeqr, period.seqrAmount],
    [m.columns.withUs, period.shopAmount],
    [m.difference, subtract(period.seqrAmount, period.shopAmount)],
  ] as const;
  return (
    <>
      {period.isInProgress && !isCorrecting && <RefreshSoon path={`/admin/periods/${id}`} />}
      <Link href="/admin/periods" prefetch={false} className={`text-sm ${textLink}`}>
        ← {m.back}
      </Link>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-heading break-all">
          {period.transactionPeriodId ? m.period(period.transactionPeriodId) : m.withoutId}
        </h1>
        <StateBadge state={period.state} label={words.states[period.state]} />
      </div>
      <p className="mt-1 text-sm text-muted">{[words.scopes[period.scope], when, m.by(period.actor)].join(' · ')}</p>
      {note && (
        <div className="mt-4">
          <Notice
            tone={
              ['bad-id', 'taken-id', 'refused', 'bad-note', 'gone', 'settled-before'].includes(query.note ?? '')
                ? 'care'
                : 'good'
            }
            live="status"
          >
            {note}
          </Notice>
        </div>
      )}
      <div className="mt-5 space-y-5">
        <PeriodSteps period={period} isCorrecting={isCorrecting} t={t} />
        {isCompared && (
          <section aria-labelledby="sums" className={panel}>
            <h2 id="sums" className="text-lg">
              {m.sums}
            </h2>
            <dl className="mt-2 grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-5">
              {sums.map(([name, sum]) => (
                <div key={name}>
                  <dt className="text-sm text-muted">{name}</dt>
                  <dd className="font-semibold tabular-nums">{formatMoney(sum, language)}</dd>
                </div>
              ))}
            </dl>
            {period.openCount === 0 && <p className="mt-3 text-pine">{m.allMatches}</p>}
            <AdminForm
              action={`/admin/periods/${id}/settle`}
              className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4"
            >
              <button type="submit" name="step" value="compare" className={button('secondary')}>
                {m.compareAgain}
              </button>
              {period.reconciledAt && (
                <p className="text-sm text-muted">{m.comparedAt(formatExactTime(period.reconciledAt, language))}</p>
              )}
            </AdminForm>
          </section>
        )}
        {period.hasReport && (
          <p className="flex flex-wrap gap-3">
            <a href={`/admin/periods/${id}/report.xml`} className={button('secondary')}>
              {m.reportXml}
            </a>
            {isCompared && (
              <a href={`/admin/periods/${id}/comparison.csv`} className={button('secondary')}>
                {m.comparisonCsv}
              </a>
            )}
            {isCompared && (
              <a href={`/admin/periods/${id}/comparison.xlsx`} className={button('secondary')}>
                {m.comparisonXlsx}
              </a>
            )}
          </p>
        )}
        {open.length > 0 && (
          <section aria-labelledby="open" className={panel}>
            <h2 id="open" className="text-lg">
              {m.openLines(period.openCount)}
            </h2>
            {period.settledCount > 0 && <p className="text-sm text-muted">{m.settle.count(period.settledCount)}</p>}
            <PeriodLines lines={open} periodId={id} language={language} t={t} />
            {period.openCount > open.length && <p className="text-sm text-muted">{m.someShown(open.length)}</p>}
          </section>
        )}
        {matched.length > 0 && (
          <details className={panel}>
            <summary className="text-lg font-semibold">{m.matchedLines(period.matchedCount)}</summary>
            <PeriodLines lines={matched} language={language} t={t} />
            {period.matchedCount > matched.length && (
              <p className="text-sm text-muted">{m.someShown(matched.length)}</p>
            )}
          </details>
        )}
      </div>
    </>
  );
}
