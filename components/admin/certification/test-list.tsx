import type { TestView, Verdict } from '@/lib/certification/run-view';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';

const marks: Record<Verdict, readonly [mark: string, className: string]> = {
  passed: ['✓', 'text-pine'],
  failed: ['✗', 'text-falu'],
  skipped: ['–', 'text-straw'],
  running: ['…', 'text-ink'],
  waiting: ['·', 'text-muted'],
};

/** The tests in order, with their results so far. */
export function TestList({ tests, t }: { tests: readonly TestView[]; t: AdminTexts['certification'] }) {
  return (
    <ol className="mt-3 divide-y divide-line">
      {tests.map(({ id, title, source, verdict, sentence, ms }) => {
        const [mark, className] = marks[verdict];
        return (
          <li key={id} className="grid grid-cols-[1.25rem_2.25rem_1fr_auto] gap-x-2 py-1.5">
            <span role="img" aria-label={t.verdicts[verdict]} className={`font-bold ${className}`}>
              {mark}
            </span>
            <span className="text-muted tabular-nums">{id}</span>
            <span className={`min-w-0 ${verdict === 'waiting' ? 'text-muted' : ''}`}>
              <span>{t.titleOf(id, title)}</span>
              {source && (
                <span lang="en" className="block text-sm text-muted">
                  {source}
                </span>
              )}
              {sentence && (
                <span lang="en" className={`block text-sm ${className}`}>
                  {sentence}
                </span>
              )}
            </span>
            <span className="text-sm text-muted tabular-nums">{ms === null ? '' : `${(ms / 1000).toFixed(1)} s`}</span>
          </li>
        );
      })}
    </ol>
  );
}
