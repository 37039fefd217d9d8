import type { IncidentView } from '@/lib/admin/view-incident';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';

interface Props {
  incident: IncidentView;
  language: Language;
  t: AdminTexts;
}

/** The known facts of an incident. */
export function IncidentFacts({ incident, language, t: { incidents: m } }: Props) {
  const { kind, order, amount, status, ersReference, invoiceReference, detail, nextCheckAt, goodsUntil } = incident;
  const facts: (readonly [label: string, value: string | null])[] = [
    [m.facts.total, formatMoney(order.total, language)],
    [kind === 'excess' ? m.facts.excess : m.facts.paid, amount && formatMoney(amount, language)],
    [m.facts.status, status],
    [m.facts.invoice, invoiceReference],
    [m.facts.reference, ersReference],
    [detailLabel(kind, m), detail],
    [m.facts.since, formatShortDateTime(incident.openedAt, language)],
    [
      m.facts.nextCheck,
      incident.canAsk ? (nextCheckAt ? formatShortDateTime(nextCheckAt, language) : m.onRequest) : null,
    ],
    [m.facts.goodsUntil, goodsUntil && formatShortDateTime(goodsUntil, language)],
  ];
  return (
    <dl className="mt-2 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
      {facts
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <div key={label} className="flex flex-wrap gap-x-2">
            <dt className="text-muted">{label}</dt>
            <dd className="break-all tabular-nums">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function detailLabel(kind: IncidentView['kind'], m: AdminTexts['incidents']): string {
  return kind === 'duplicate-reference' ? m.facts.owner : kind === 'other-receipt' ? m.facts.receiptOf : m.facts.detail;
}
