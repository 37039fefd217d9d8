import type { Language } from '@/lib/i18n/languages';

export type ProductSeed = {
  /** Names the page, the picture `public/products/<slug>.svg` and the row: [a-z0-9-], at most 40 characters. */
  slug: string;
  /** In minor units of the merchant's currency, VAT included. */
  price: number;
  stock: number;
  texts: Record<
    Language,
    {
      name: string;
      summary: string;
      /** One string a paragraph; the last one holds the facts. */
      description: readonly string[];
      imageAlt: string;
    }
  >;
};

export type CategorySeed = {
  slug: string;
  /** One of the merchant's rates, in hundredths of a per cent. */
  vatRate: number;
  texts: Record<Language, { name: string; intro: string }>;
  products: readonly ProductSeed[];
};
