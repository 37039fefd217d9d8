import { productTextLimits } from '@/lib/admin/catalogue/product-values';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { fullLanguages, type Language } from '@/lib/i18n/languages';
import { MAX_STOCK } from '@/lib/input-limits';
import { merchant } from '@/lib/merchant';
import { AdminForm } from './admin-form';
import { KeepTyped } from './keep-typed';
import { type CategoryChoice, ProductPlacement } from './product-placement';
import { SlugField } from './slug-field';
import { button, field, panel } from './styles';

interface Props {
  categories: readonly CategoryChoice[];
  /** Whether the server refused the form. */
  refused: boolean;
  language: Language;
  t: AdminTexts;
}

/** The form that creates a product. */
export function NewProductForm({ categories, refused, language, t }: Props) {
  const m = t.products;
  const placed = { categorySlug: categories[0]?.slug ?? '', vatRate: merchant.vatRates[0] ?? 0, sku: null };
  return (
    <AdminForm id="new-product" action="/admin/products/create" className="mt-5 space-y-5">
      <KeepTyped formId="new-product" refused={refused} />
      <div className={`${panel} grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3`}>
        {fullLanguages.map((language) => (
          <div key={language}>
            <label htmlFor={`name-${language}`} className="font-medium">
              {m.create.names[language]}
            </label>
            <input
              id={`name-${language}`}
              name={`name-${language}`}
              lang={language}
              required
              maxLength={productTextLimits.name}
              className={`${field} mt-1`}
            />
          </div>
        ))}
        <SlugField label={m.create.slug} hint={m.create.slugHint} />
        <ProductPlacement product={placed} categories={categories} language={language} t={t} />
        <div>
          <label htmlFor="price" className="font-medium">
            {m.price(merchant.currency)}
          </label>
          <input
            id="price"
            name="price"
            inputMode="decimal"
            pattern="[0-9 ]{1,9}([.,][0-9]{1,2})?"
            className={`${field} mt-1`}
          />
        </div>
        <div>
          <label htmlFor="stock" className="font-medium">
            {m.columns.stock}
          </label>
          <input id="stock" name="stock" type="number" min={0} max={MAX_STOCK} className={`${field} mt-1`} />
        </div>
      </div>
      <button type="submit" className={button('primary')}>
        {m.create.submit}
      </button>
    </AdminForm>
  );
}
