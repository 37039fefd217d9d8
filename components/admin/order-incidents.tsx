import type { IncidentView } from '@/lib/admin/view-incident';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { IncidentActions } from './incident-actions';
import { IncidentFacts } from './incident-facts';

interface Props {
  incidents: readonly IncidentView[];
  language: Language;
  t: AdminTexts;
}

/** The order's unresolved incidents. */
export function OrderIncidents({ incidents, language, t }: Props) {
  if (incidents.length === 0) return null;
  return (
    <section aria-labelledby="incidents" className="rounded-tile border border-straw bg-straw-soft p-4 sm:p-5">
      <h2 id="incidents" className="text-lg text-straw">
        {t.incidents.title}
      </h2>
      <ul className="mt-1 divide-y divide-straw/30">
        {incidents.map((incident) => (
          <li key={incident.id} className="py-3">
            <p>{t.incidents.kinds[incident.kind]}</p>
            <IncidentFacts incident={incident} language={language} t={t} />
            <IncidentActions incident={incident} t={t} />
          </li>
        ))}
      </ul>
    </section>
  );
}
