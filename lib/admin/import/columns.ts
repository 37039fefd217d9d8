import { type Language, languages } from '../../i18n/languages';
import type { ProductText } from '../get-product-details';

// The columns of the file that products are exported to and imported from: docs/catalogue.md. Their names are the same
// in every language, so that people who use different languages can exchange files.

const ownColumns = [
  ...(['slug', 'version', 'sku', 'family', 'category', 'position', 'price', 'currency', 'vat'] as const),
  ...(['stock', 'stock_exported', 'published', 'archived', 'image'] as const),
] as const;

const textColumns = {
  ...({ name: 'name', options: 'options', summary: 'summary' } as const),
  ...({ description: 'description', imageAlt: 'image_text' } as const),
};

type OwnColumn = (typeof ownColumns)[number];
export type TextColumn = `${(typeof textColumns)[keyof typeof textColumns]}_${Language}`;
export type ColumnName = OwnColumn | TextColumn;

export function textColumn(field: keyof ProductText | 'options', language: Language): TextColumn {
  return `${textColumns[field]}_${language}`;
}

/** All columns, in the order of an export. */
export const columnNames: readonly ColumnName[] = [
  ...ownColumns,
  ...languages.flatMap((language) =>
    (['name', 'options', 'summary', 'description', 'imageAlt'] as const).map((field) => textColumn(field, language)),
  ),
];

export function isColumnName(text: string): text is ColumnName {
  return columnNames.some((name) => name === text);
}
