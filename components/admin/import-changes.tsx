import Link from 'next/link';
import type { PlannedChange } from '@/lib/admin/import/plan-import';
import type { ProductFacts } from '@/lib/admin/product-facts';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { productFieldName, productFieldValue } from './product-field';
import { textLink } from './styles';

interface Props {
  changes: readonly PlannedChange[];
  language: Language;
  t: AdminTexts;
}

const MAX_SHOWN = 200;

/** One entry per line of a file that creates or changes a product: each field's old and new value. */
export function ImportChanges({ changes, language, t }: Props) {
  const m = t.importing.preview;
  return (
    <ol className="mt-5 max-w-3xl">
      {changes.map((change) => (
        <li key={change.line} className="border-b border-line py-3">
          <p className="text-sm text-muted">{m.at(change.line)}</p>
          {change.before ? (
            <Link href={`/admin/products/${change.slug}`} prefetch={false} className={`wrap-anywhere ${textLink}`}>
              {change.before.texts[language].name || change.slug}
            </Link>
          ) : (
            <p className="font-semibold wrap-anywhere">{m.created(change.slug)}</p>
          )}
          <dl className="mt-1 space-y-1">
            {rowsOf(change, language, t).map(({ name, before, after }) => (
              <div key={name}>
                <dt className="inline text-sm text-muted">{`${name}: `}</dt>
                <dd className="inline wrap-anywhere whitespace-pre-line">
                  {before !== null && <del className="mr-2 text-muted">{before}</del>}
                  {before !== null && <span className="mr-2">→</span>}
                  <ins className="no-underline">{after}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

type Row = { readonly name: string; readonly before: string | null; readonly after: string };

function rowsOf(
  { before, values, archived, fields, position }: PlannedChange,
  language: Language,
  t: AdminTexts,
): Row[] {
  const after: ProductFacts = { ...values, archived };
  const show = (facts: ProductFacts, field: PlannedChange['fields'][number]) =>
    cut(productFieldValue(facts, field, language, t)) || t.products.changes.empty;
  const rows = fields.map((field) => ({
    name: productFieldName(field, t),
    before: before && show(before, field),
    after: show(after, field),
  }));
  if (position === null || position === before?.position) return rows;
  const place = { name: t.audit.fields.position, before: before && String(before.position + 1) };
  return [...rows, { ...place, after: String(position + 1) }];
}

function cut(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
