import {
  type ProductChanges as Changes,
  fieldValue,
  type ProductFacts,
  type ProductField,
} from '@/lib/admin/product-facts';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { formatVatRate } from '@/lib/vat-rate';
import { panel } from './styles';

interface Props {
  changes: Changes;
  language: Language;
  t: AdminTexts;
}

/** Other people's changes to a product since the form was shown: each field's old and new value. */
export function ProductChanges({ changes, language, t }: Props) {
  const m = t.products.changes;
  const show = (facts: ProductFacts, field: ProductField) => valueIn(facts, field, language, t) || m.empty;
  return (
    <section aria-labelledby="changes" className={`mt-4 ${panel}`}>
      <h2 id="changes" className="text-lg">
        {m.title(changes.by, formatShortDateTime(changes.at, language))}
      </h2>
      <dl className="mt-3 space-y-3">
        {changes.fields.map((field) => (
          <div key={nameOf(field, t)}>
            <dt className="text-sm text-muted">{nameOf(field, t)}</dt>
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

function nameOf(field: ProductField, { products: m }: AdminTexts): string {
  if ('language' in field) {
    const name = field.name === 'options' ? m.variants.options : m.texts[field.name];
    return `${m.languages[field.language]}: ${name}`;
  }
  const names = {
    ...{ price: m.changes.price, stock: m.columns.stock, image: m.image, published: m.columns.state, sku: m.sku },
    ...{ categorySlug: m.category, vatRate: m.vatRate, archived: m.archived },
  };
  return names[field.name];
}

function valueIn(facts: ProductFacts, field: ProductField, language: Language, t: AdminTexts): string {
  const { products: m, audit } = t;
  if ('language' in field) return String(fieldValue(facts, field));
  switch (field.name) {
    case 'price':
      return formatMoney(facts.price, language);
    case 'stock':
      return String(facts.stock);
    case 'image':
      return facts.image.replace('/products/', '');
    case 'published':
      return facts.published ? m.onSale : m.offSale;
    case 'vatRate':
      return formatVatRate(facts.vatRate, language);
    case 'archived':
      return facts.archived ? audit.yes : audit.no;
    case 'sku':
    case 'categorySlug':
      return facts[field.name] ?? '';
  }
}
