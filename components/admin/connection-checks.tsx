import type { Check } from '@/lib/admin/test-connection';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';

const marks: Record<Check['verdict'], { mark: string; className: string }> = {
  good: { mark: '✓', className: 'text-pine' },
  bad: { mark: '✗', className: 'text-falu' },
  unsure: { mark: '?', className: 'text-straw' },
};

/** Each connection check with its result and details. */
export function ConnectionChecks({ checks, t: { seqr: m } }: { checks: readonly Check[]; t: AdminTexts }) {
  return (
    <ul className="mt-4 divide-y divide-line" aria-live="polite">
      {checks.map(({ name, verdict, detail, ms }) => (
        <li key={name} className="grid grid-cols-[1.5rem_1fr_auto] gap-x-2 py-2">
          <span aria-hidden="true" className={`font-bold ${marks[verdict].className}`}>
            {marks[verdict].mark}
          </span>
          <span className="min-w-0">
            <span>{m.checks[name][verdict]}</span>
            <span className="block text-sm break-all text-muted">{detail}</span>
          </span>
          <span className="text-sm text-muted tabular-nums">{`${ms} ms`}</span>
        </li>
      ))}
    </ul>
  );
}
