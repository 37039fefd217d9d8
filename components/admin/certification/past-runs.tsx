import { countVerdicts, type RunState, type RunView } from '@/lib/certification/run-view';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { StateBadge } from '../state-badge';
import { button } from '../styles';

const badges: Record<RunState, string> = { passed: 'DONE', failed: 'FAILED', interrupted: 'REQUESTED', running: '' };

/** Finished runs, newest first, with their reports. */
export function PastRuns({
  runs,
  language,
  t,
}: {
  runs: readonly RunView[];
  language: Language;
  t: AdminTexts['certification'];
}) {
  if (runs.length === 0) return <p className="mt-2 text-muted">{t.none}</p>;
  return (
    <ul className="mt-2 divide-y divide-line">
      {runs.map((run) => {
        const { passed, failed, skipped } = countVerdicts(run);
        const when = formatShortDateTime(new Date(run.startedAt), language);
        const where = run.isSandbox ? t.sandbox : new URL(run.endpoint).host;
        return (
          <li key={run.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 grow">
              <p>
                <span className="font-semibold">{t.kinds[run.kind]}</span>{' '}
                <StateBadge state={badges[run.state]} label={t.states[run.state]} />
              </p>
              <p className="text-sm text-muted">
                {`${when}, ${where}, ${t.by(run.actor)}. ${t.counts(passed, failed, skipped)}.`}
              </p>
              {run.problem && (
                <p lang="en" className="text-sm text-straw">
                  {run.problem}
                </p>
              )}
            </div>
            <div className="flex gap-2">
              <a
                href={`/admin/certification/${run.id}/report`}
                aria-label={`${t.report}, ${t.kinds[run.kind]}, ${when}`}
                className={button('secondary')}
              >
                {t.report}
              </a>
              <a
                href={`/admin/certification/${run.id}/junit`}
                aria-label={`${t.junit}, ${t.kinds[run.kind]}, ${when}`}
                className={button('quiet')}
              >
                {t.junit}
              </a>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
