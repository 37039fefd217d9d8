import type { FullLanguage } from '@/lib/i18n/languages';

type ProductSeed = {
  /** Names the page and the row: [a-z0-9-], at most 40 characters. */
  slug: string;
  /** The picture's path in `public`. Default: `/products/<slug>.svg`. */
  image?: string;
  /** In minor units of the merchant's currency, VAT included. */
  price: number;
  stock: number;
  texts: Record<
    FullLanguage,
    {
      name: string;
      summary: string;
      /** One string per paragraph; the last one contains the facts. */
      description: readonly string[];
      imageAlt: string;
    }
  >;
};

export type CategorySeed = {
  slug: string;
  /** One of the merchant's rates, in hundredths of a percent. */
  vatRate: number;
  texts: Record<FullLanguage, { name: string; intro: string }>;
  products: readonly ProductSeed[];
};
