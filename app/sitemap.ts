import type { MetadataRoute } from 'next';
import { unstable_cache as cached } from 'next/cache';
import { listShownCategories } from '@/lib/catalogue/list-categories';
import { listProductSlugs } from '@/lib/catalogue/list-products';
import { config } from '@/lib/config';
import { pageNames } from '@/lib/i18n/get-page-texts';
import { languages, localPath } from '@/lib/i18n/languages';

// Rendered at run time, because the build has no database.
export const dynamic = 'force-dynamic';

/** A sitemap has at most 50,000 addresses. This leaves room for the other pages. */
const MAX_PRODUCTS = Math.floor(49_000 / languages.length);

/** The paths of the catalogue's pages, read once an hour and after a change in the back office. */
const listCataloguePaths = cached(
  async () => {
    const [categories, products] = await Promise.all([listShownCategories('en'), listProductSlugs(MAX_PRODUCTS)]);
    return [...categories.map(({ slug }) => `/categories/${slug}`), ...products.map((slug) => `/products/${slug}`)];
  },
  ['sitemap'],
  { revalidate: 3600 },
);

/** Every page that search engines may index, with its translations. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { ownUrl } = config();
  const paths = ['/', ...(await listCataloguePaths()), ...pageNames.map((name) => `/${name}`)];
  const url = (language: (typeof languages)[number], path: string) => `${ownUrl}${localPath(language, path)}`;
  return paths.flatMap((path) => {
    const translations = Object.fromEntries(languages.map((language) => [language, url(language, path)]));
    return languages.map((language) => ({ url: url(language, path), alternates: { languages: translations } }));
  });
}
