import { productTextLimits } from '@/lib/admin/catalogue/product-values';
import { type ProductDetails, productTextFields } from '@/lib/admin/get-product-details';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { isFullLanguage, type Language, languages } from '@/lib/i18n/languages';
import { MAX_STOCK } from '@/lib/input-limits';
import { merchant } from '@/lib/merchant';
import { formatMoney, toDecimal } from '@/lib/money';
import { formatVatRate } from '@/lib/vat-rate';
import { AdminForm } from './admin-form';
import { type CategoryChoice, ProductPlacement } from './product-placement';
import { button, field, panel } from './styles';

interface Props {
  product: ProductDetails;
  categories: readonly CategoryChoice[];
  language: Language;
  t: AdminTexts;
}

export function ProductForm({ product, categories, language, t }: Props) {
  const m = t.products;
  const isPriced = product.price.currency === merchant.currency;
  return (
    <AdminForm id="product" action={`/admin/products/${product.slug}/save`} className="mt-5 space-y-5">
      <input type="hidden" name="version" value={product.version} />
      <input type="hidden" name="shownStock" value={product.stock} />
      <div className={`${panel} grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3`}>
        <div>
          <label htmlFor="price" className="font-medium">
            {m.price(merchant.currency)}
          </label>
          <input
            id="price"
            name="price"
            required={product.published}
            inputMode="decimal"
            pattern="[0-9 ]{1,9}([.,][0-9]{1,2})?"
            defaultValue={isPriced && product.price.amount > 0 ? toDecimal(product.price) : ''}
            className={`${field} mt-1`}
          />
          <p className="mt-1 text-sm text-muted">{m.priceHint(formatVatRate(product.vatRate, language))}</p>
          {!isPriced && <p className="mt-1 text-sm text-falu">{m.repriceHint(formatMoney(product.price, language))}</p>}
        </div>
        <div>
          <label htmlFor="stock" className="font-medium">
            {m.columns.stock}
          </label>
          <input
            id="stock"
            name="stock"
            type="number"
            required
            min={0}
            max={MAX_STOCK}
            defaultValue={product.stock}
            className={`${field} mt-1`}
          />
          <p className="mt-1 text-sm text-muted">{m.stockHint(product.reserved, product.sold)}</p>
        </div>
        <label className="flex min-h-11 items-center gap-3 font-medium sm:mt-7">
          <input type="checkbox" name="published" defaultChecked={product.published} className="size-5" />
          {m.onSale}
        </label>
      </div>
      <div className={`${panel} grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3`}>
        <ProductPlacement product={product} categories={categories} language={language} t={t} />
      </div>
      <div className="grid gap-5 lg:grid-cols-2">
        {languages.map((language) => (
          <TextFields key={language} product={product} language={language} t={t} />
        ))}
      </div>
      <button type="submit" className={button('primary')}>
        {m.save}
      </button>
    </AdminForm>
  );
}

function TextFields({ product, language, t }: { product: ProductDetails; language: Language; t: AdminTexts }) {
  const m = t.products;
  const text = product.texts[language];
  const required = isFullLanguage(language) && product.published;
  return (
    <fieldset className={panel}>
      <legend className="float-left mb-2 font-display text-lg font-semibold">{m.languages[language]}</legend>
      <div className="clear-both space-y-4">
        {productTextFields.map((name) => {
          const id = `${name}-${language}`;
          const shared = { id, name: id, lang: language, maxLength: productTextLimits[name], defaultValue: text[name] };
          return (
            <div key={name}>
              <label htmlFor={id} className="font-medium">
                {m.texts[name]}
              </label>
              {name === 'description' ? (
                <textarea {...shared} required={required} rows={8} className={`${field} mt-1 h-auto py-2.5`} />
              ) : (
                <input {...shared} required={required && name === 'name'} className={`${field} mt-1`} />
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
