import type { Language } from '@/lib/i18n/languages';

/** Sweden's rates in per cent: 25 general, 12 art sold by its maker, 6 books and (since 1 April 2026) food. */
export const vatRates = [25, 12, 6] as const;

export type ProductSeed = {
  /** Names the page, the picture `public/products/<slug>.svg` and the row: [a-z0-9-], at most 40 characters. */
  slug: string;
  /** In öre, VAT included. */
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
  vatRate: (typeof vatRates)[number];
  texts: Record<Language, { name: string; intro: string }>;
  products: readonly ProductSeed[];
};
