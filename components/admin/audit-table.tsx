import Link from 'next/link';
import { describeAudit } from '@/lib/admin/describe-audit';
import type { AuditRow } from '@/lib/admin/list-audit';
import { formatExactTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { textLink } from './styles';

interface Props {
  rows: readonly AuditRow[];
  language: Language;
  t: AdminTexts;
}

/** Longer values are cut. The export contains them in full. */
const MAX_SHOWN = 300;

const cut = (text: string) => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

/** One row per changed field: when, who, what, and its old and new value. On a phone, one block per row. */
export function AuditTable({ rows, language, t }: Props) {
  const m = t.audit;
  return (
    <table className="mt-5 block w-full text-left md:table">
      <thead className="hidden text-sm text-muted md:table-header-group">
        <tr className="border-b border-control">
          <th className="py-2 pr-4 font-normal">{m.columns.when}</th>
          <th className="py-2 pr-4 font-normal">{m.columns.who}</th>
          <th className="py-2 pr-4 font-normal">{m.columns.what}</th>
          <th className="py-2 pr-4 font-normal">{m.columns.before}</th>
          <th className="py-2 font-normal">{m.columns.after}</th>
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {rows.map((row) => {
          const words = describeAudit(row, language, t);
          const path = pathOf(row);
          return (
            <tr key={row.id} className="block border-b border-line py-3 align-top md:table-row md:py-0">
              <td className="block text-sm text-muted tabular-nums md:table-cell md:py-3 md:pr-4 md:whitespace-nowrap">
                {formatExactTime(row.at, language)}
              </td>
              <td className="block font-semibold wrap-anywhere md:table-cell md:max-w-40 md:py-3 md:pr-4">
                {row.person ?? m.shop}
              </td>
              <td className="block md:table-cell md:max-w-64 md:py-3 md:pr-4">
                <span className="block">{words.field}</span>
                {path ? (
                  <Link href={path} prefetch={false} className={`text-sm wrap-anywhere ${textLink}`}>
                    {words.subject}
                  </Link>
                ) : (
                  <span className="text-sm wrap-anywhere text-muted">{words.subject}</span>
                )}
              </td>
              <td className="block text-muted wrap-anywhere whitespace-pre-line md:table-cell md:max-w-64 md:py-3 md:pr-4">
                <span className="mr-2 text-sm md:hidden">{m.columns.before}</span>
                <del className="no-underline">{cut(words.before) || m.empty}</del>
              </td>
              <td className="block wrap-anywhere whitespace-pre-line md:table-cell md:max-w-64 md:py-3">
                <span className="mr-2 text-sm text-muted md:hidden">{m.columns.after}</span>
                <ins className="no-underline">{cut(words.after) || m.empty}</ins>
                {row.note && <span className="mt-1 block text-sm text-muted">{cut(row.note)}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function pathOf({ subject, subjectId }: AuditRow): string | null {
  if (subject === 'order') return `/admin/orders/${subjectId}`;
  if (subject === 'period') return `/admin/periods/${encodeURIComponent(subjectId)}`;
  if (subject === 'category') return `/admin/products/categories/${encodeURIComponent(subjectId)}`;
  return subject === 'product' ? `/admin/products/${encodeURIComponent(subjectId)}` : null;
}
