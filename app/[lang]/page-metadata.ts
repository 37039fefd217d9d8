import type { Metadata } from 'next';
import { type Language, languages, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';

interface Page {
  language: Language;
  /** Without the language's prefix. */
  path: string;
  title?: string;
  description?: string;
}

/** Title, description and the address in every language, for a page that search engines may index. */
export function pageMetadata({ language, path, title, description }: Page): Metadata {
  const canonical = localPath(language, path);
  const translations = Object.fromEntries(languages.map((other) => [other, localPath(other, path)]));
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    alternates: { canonical, languages: { ...translations, 'x-default': localPath('en', path) } },
    openGraph: {
      type: 'website',
      siteName: merchant.name,
      locale: `${language}_${merchant.country}`,
      url: canonical,
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      // All pages share one image: the product pictures are SVG, which link previews do not support.
      images: [{ url: '/open-graph.png', width: 1200, height: 630 }],
    },
  };
}

/** For an order's pages: anyone with the address can see the order, so search engines must not index it. */
export function privateMetadata(title: string): Metadata {
  return { title, robots: { index: false, follow: false } };
}
