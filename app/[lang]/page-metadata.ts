import type { Metadata } from 'next';
import { type Language, languages, localPath } from '@/lib/i18n/languages';

interface Page {
  language: Language;
  /** Without the language's prefix. */
  path: string;
  title?: string;
  description?: string;
}

/** Title, description and the page's addresses in all languages, for a page that search engines may show. */
export function pageMetadata({ language, path, title, description }: Page): Metadata {
  const canonical = localPath(language, path);
  const translations = Object.fromEntries(languages.map((other) => [other, localPath(other, path)]));
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    alternates: { canonical, languages: { ...translations, 'x-default': localPath('en', path) } },
    openGraph: {
      type: 'website',
      siteName: 'Tallbacka',
      locale: language === 'sv' ? 'sv_SE' : 'en_SE',
      url: canonical,
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      // One picture for all pages: those who show previews of links take no SVG, which the products’ pictures are.
      images: [{ url: '/open-graph.png', width: 1200, height: 630 }],
    },
  };
}

/** For an order's pages: whoever has the address can see the order, so it must not come into a search engine. */
export function privateMetadata(title: string): Metadata {
  return { title, robots: { index: false, follow: false } };
}
