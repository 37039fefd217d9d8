import type { TableFlaw } from '../../spreadsheet/table';

/** What is wrong with a row of a file to import. The back office has a sentence for each: `import.problems`. */
export type RowProblem =
  | ('date' | 'formula-error' | 'slug' | 'slug-twice' | 'slug-ordered' | 'version' | 'exists' | 'gone' | 'overtaken')
  | ('sku' | 'sku-twice' | 'sku-taken' | 'category-empty' | 'category-unknown' | 'position')
  | ('price' | 'price-high' | 'currency' | 'vat' | 'stock' | 'stock-base' | 'stock-short' | 'yes-no')
  | (
      | 'variants'
      | 'variants-category'
      | 'archived-published'
      | 'image'
      | 'text-long'
      | 'no-price'
      | 'no-text'
      | 'no-category-name'
    );

/** What is wrong with the whole file. `too-many-changes`: more products would change than one import may change. */
type FileProblem =
  | TableFlaw
  | ('column-unknown' | 'no-title' | 'column-twice' | 'no-slug-column' | 'no-rows' | 'too-many-changes');

/**
 * `column`: the title in the file. `value`: the full content of the cell or title, or a number for the problem's sentence.
 */
export type ImportProblem = {
  readonly line: number | null;
  readonly column: string | null;
  readonly code: RowProblem | FileProblem;
  readonly value: string;
};
