import type { ImportProblem } from '@/lib/admin/import/import-problem';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { Notice } from '../ui/notice';

interface Props {
  problems: readonly ImportProblem[];
  language: Language;
  t: AdminTexts;
}

const MAX_LISTED = 200;
const MAX_VALUE = 60;

/** What is wrong with a file: line, column, the value, the rule and the remedy. */
export function ImportProblems({ problems, language, t }: Props) {
  const m = t.importing.preview;
  return (
    <>
      <div className="mt-4">
        <Notice tone="problem" live="status" title={m.problems(problems.length.toLocaleString(language))}>
          {m.problemsHint}
        </Notice>
      </div>
      <ul className="mt-5 max-w-3xl">
        {problems.slice(0, MAX_LISTED).map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={index} className="border-b border-line py-3">
            <span className="block text-sm text-muted">{placeOf(problem, t)}</span>
            <span className="block wrap-anywhere">
              {t.importing.problems[problem.code].replace('{value}', () => shorten(problem.value))}
            </span>
          </li>
        ))}
      </ul>
      {problems.length > MAX_LISTED && <p className="mt-3 text-muted">{m.more(String(MAX_LISTED))}</p>}
    </>
  );
}

function placeOf({ line, column }: ImportProblem, { importing: { preview } }: AdminTexts): string {
  if (line === null) return preview.wholeFile;
  return column === null ? preview.at(line) : preview.atColumn(line, column);
}

function shorten(value: string): string {
  return value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
}
