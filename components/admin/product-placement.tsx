import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { maxLengths, skuPattern } from '@/lib/input-limits';
import { merchant } from '@/lib/merchant';
import { formatVatRate } from '@/lib/vat-rate';
import { field } from './styles';

export type CategoryChoice = { readonly slug: string; readonly name: string };

interface Props {
  product: { readonly categorySlug: string; readonly vatRate: number; readonly sku: string | null };
  categories: readonly CategoryChoice[];
  language: Language;
  t: AdminTexts;
}

/** The fields for a product's category, VAT rate and article number. */
export function ProductPlacement({ product, categories, language, t }: Props) {
  const m = t.products;
  const { vatRates } = merchant;
  const rates = vatRates.includes(product.vatRate) ? vatRates : [product.vatRate, ...vatRates];
  return (
    <>
      <div>
        <label htmlFor="category" className="font-medium">
          {m.category}
        </label>
        <select id="category" name="category" defaultValue={product.categorySlug} className={`${field} mt-1`}>
          {categories.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="vatRate" className="font-medium">
          {m.vatRate}
        </label>
        <select id="vatRate" name="vatRate" defaultValue={product.vatRate} className={`${field} mt-1`}>
          {rates.map((rate) => (
            <option key={rate} value={rate}>
              {formatVatRate(rate, language)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="sku" className="font-medium">
          {m.sku}
        </label>
        <input
          id="sku"
          name="sku"
          maxLength={maxLengths.sku}
          pattern={skuPattern}
          defaultValue={product.sku ?? ''}
          autoComplete="off"
          aria-describedby="sku-hint"
          className={`${field} mt-1`}
        />
        <p id="sku-hint" className="mt-1 text-sm text-muted">
          {m.skuHint}
        </p>
      </div>
    </>
  );
}
