import Link from 'next/link';
import type { Attention } from '@/lib/admin/list-attention';
import type { IncidentView } from '@/lib/admin/view-incident';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { IncidentActions } from './incident-actions';
import { IncidentFacts } from './incident-facts';

interface Props {
  items: readonly Attention[];
  incidents: readonly IncidentView[];
  language: Language;
  t: AdminTexts;
}

/** Items that need manual action, at the top of the page. */
export function AttentionList({ items, incidents, language, t }: Props) {
  const { overview: m, nav } = t;
  if (items.length + incidents.length === 0)
    return <p className="mt-5 rounded-tile bg-pine-soft px-4 py-3">{m.allWell}</p>;
  return (
    <section aria-labelledby="attention" className="mt-5 rounded-tile border border-straw bg-straw-soft p-4 sm:p-5">
      <h2 id="attention" className="text-lg text-straw">
        {m.attentionTitle(items.length + incidents.length)}
      </h2>
      <ul className="mt-1 divide-y divide-straw/30">
        {incidents.map((incident) => (
          <li key={incident.id} className="py-2.5">
            <Link
              href={`/admin/orders/${incident.order.number}`}
              prefetch={false}
              className="mr-4 font-semibold underline"
            >
              {incident.order.displayNumber}
            </Link>
            <span>{t.incidents.kinds[incident.kind]}</span>
            <IncidentFacts incident={incident} language={language} t={t} />
            <IncidentActions incident={incident} t={t} />
          </li>
        ))}
        {items.map(({ kind, order, periodId, detail, at }) => (
          <li
            key={`${kind} ${order?.number ?? periodId} ${at?.getTime()} ${detail}`}
            className="flex flex-wrap gap-x-4 py-2.5"
          >
            {order && (
              <Link href={`/admin/orders/${order.number}`} prefetch={false} className="font-semibold underline">
                {order.displayNumber}
              </Link>
            )}
            {periodId && (
              <Link href={`/admin/periods/${periodId}`} prefetch={false} className="font-semibold underline">
                {nav.periods}
              </Link>
            )}
            <span className="min-w-0 flex-1 basis-60">
              <span>{m.attention[kind]}</span>
              {detail && <span className="block text-sm break-words text-muted">{detail}</span>}
            </span>
            {at && <span className="text-sm text-muted">{formatShortDateTime(at, language)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
