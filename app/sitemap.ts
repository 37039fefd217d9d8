import type { MetadataRoute } from 'next';
import { listCategories } from '@/lib/catalogue/list-categories';
import { listProducts } from '@/lib/catalogue/list-products';
import { config } from '@/lib/config';
import { languages, localPath } from '@/lib/i18n/languages';
import { pageNames } from '@/lib/i18n/pages/page-text';

export const revalidate = 3600;

/** Every page that search engines may show, with its translations. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { ownUrl } = config();
  const [categories, products] = await Promise.all([listCategories('en'), listProducts('en')]);
  const paths = [
    '/',
    ...categories.map(({ slug }) => `/categories/${slug}`),
    ...products.map(({ slug }) => `/products/${slug}`),
    ...pageNames.map((name) => `/${name}`),
  ];
  const url = (language: (typeof languages)[number], path: string) => `${ownUrl}${localPath(language, path)}`;
  return paths.flatMap((path) => {
    const translations = Object.fromEntries(languages.map((language) => [language, url(language, path)]));
    return languages.map((language) => ({ url: url(language, path), alternates: { languages: translations } }));
  });
}
