import { fieldValue, type ProductFacts, type ProductField } from '@/lib/admin/product-facts';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { formatVatRate } from '@/lib/vat-rate';

/** A field’s name in the back office. */
export function productFieldName(field: ProductField, { products: m }: AdminTexts): string {
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

/** A field’s value as text; empty if the field has no value. */
export function productFieldValue(facts: ProductFacts, field: ProductField, language: Language, t: AdminTexts): string {
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
