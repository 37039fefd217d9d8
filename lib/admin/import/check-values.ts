import { fullLanguages, languages } from '../../i18n/languages';
import { merchant } from '../../merchant';
import { listMissing, listValueProblems, productTextLimits, type ValueProblem } from '../catalogue/product-values';
import { isSlug } from '../catalogue/slug';
import { productTextFields } from '../get-product-details';
import { type ColumnName, textColumn } from './columns';
import type { RowProblem } from './import-problem';
import type { ParsedRow } from './parse-row';
import type { Catalogue, CatalogueProduct } from './read-catalogue';

type Found = { readonly column: ColumnName; readonly code: RowProblem };
type Given = {
  readonly slug: string;
  readonly before: CatalogueProduct | null;
  readonly values: ParsedRow['values'];
  readonly archived: boolean;
  readonly images: readonly string[];
};

/** Lists the columns of a row that break a rule. The rules are those of the product form. */
export function checkValues({ slug, before, values, archived, images }: Given, catalogue: Catalogue): Found[] {
  const { sku, categorySlug, published } = values;
  const found = listValueProblems(values, before, images).flatMap((problem) => columnsOf(problem, values));
  if (!before && !isSlug(slug)) found.push({ column: 'slug', code: 'slug' });
  if (!before && catalogue.ordered.has(slug)) found.push({ column: 'slug', code: 'slug-ordered' });
  const owner = sku === null ? slug : (catalogue.skus.get(sku) ?? slug);
  if (owner !== slug) found.push({ column: 'sku', code: 'sku-taken' });
  const named = catalogue.categories.get(categorySlug);
  if (!named) found.push({ column: 'category', code: categorySlug === '' ? 'category-empty' : 'category-unknown' });
  if (before?.family && before.categorySlug !== categorySlug)
    found.push({ column: 'category', code: 'variants-category' });
  if (archived && published) found.push({ column: 'published', code: 'archived-published' });
  if (!published || found.length > 0) return found;
  const isNewlyPlaced = !before?.published || before.categorySlug !== categorySlug;
  return [
    ...listMissing(values).flatMap((missing): Found[] => {
      if (missing.what === 'price') return [{ column: 'price', code: 'no-price' }];
      const field = values.texts[missing.language].name === '' ? 'name' : 'description';
      return [{ column: textColumn(field, missing.language), code: 'no-text' }];
    }),
    ...(isNewlyPlaced && fullLanguages.some((language) => !named?.has(language))
      ? [{ column: 'category', code: 'no-category-name' } as const]
      : []),
  ];
}

function columnsOf(problem: ValueProblem, { texts, price }: ParsedRow['values']): Found[] {
  switch (problem) {
    case 'text':
      return languages.flatMap((language) =>
        productTextFields
          .filter((field) => texts[language][field].length > productTextLimits[field])
          .map((field) => ({ column: textColumn(field, language), code: 'text-long' as const })),
      );
    case 'stock':
      return [{ column: 'stock', code: 'stock-short' }];
    case 'price':
      return [
        price.currency === merchant.currency
          ? { column: 'price', code: 'price' }
          : { column: 'currency', code: 'currency' },
      ];
    case 'price-high':
      return [{ column: 'price', code: problem }];
    case 'vat':
    case 'image':
    case 'sku':
      return [{ column: problem, code: problem }];
  }
}
