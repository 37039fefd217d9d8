import type { ProductChanges as Changes, ProductFacts, ProductField } from '@/lib/admin/product-facts';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { productFieldName, productFieldValue } from './product-field';
import { panel } from './styles';

interface Props {
  changes: Changes;
  language: Language;
  t: AdminTexts;
}

/** Other people's changes to a product since the form was shown: each field's old and new value. */
export function ProductChanges({ changes, language, t }: Props) {
  const m = t.products.changes;
  const show = (facts: ProductFacts, field: ProductField) => productFieldValue(facts, field, language, t) || m.empty;
  return (
    <section aria-labelledby="changes" className={`mt-4 ${panel}`}>
      <h2 id="changes" className="text-lg">
        {m.title(changes.by, formatShortDateTime(changes.at, language))}
      </h2>
      <dl className="mt-3 space-y-3">
        {changes.fields.map((field) => (
          <div key={productFieldName(field, t)}>
            <dt className="text-sm text-muted">{productFieldName(field, t)}</dt>
            <dd className="break-words whitespace-pre-line">
              <del className="text-muted">{show(changes.before, field)}</del> →{' '}
              <ins className="font-semibold no-underline">{show(changes.now, field)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-muted">{m.hint}</p>
    </section>
  );
}
