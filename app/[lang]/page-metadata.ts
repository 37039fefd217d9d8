import type { Metadata } from 'next';
import { type Language, languages, localPath } from '@/lib/i18n/languages';
import { toJpeg } from '@/lib/media-path';
import { merchant } from '@/lib/merchant';

interface Page {
  language: Language;
  /** Without the language's prefix. */
  path: string;
  title?: string;
  description?: string;
  /** The page's own picture: `Product.image`. */
  picture?: string;
}

/** For pages without a picture of their own, and for the demonstration's SVG pictures, which link previews do not support. */
const sharedPicture = { url: '/open-graph.png', width: 1200, height: 630 };

/** Title, description and the address in every language, for a page that search engines may index. */
export function pageMetadata({ language, path, title, description, picture = '' }: Page): Metadata {
  const jpeg = toJpeg(picture);
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
      images: [jpeg ? { url: jpeg.path, width: jpeg.width, height: jpeg.height } : sharedPicture],
    },
  };
}

/** For an order's pages: anyone with the address can see the order, so search engines must not index it. */
export function privateMetadata(title: string): Metadata {
  return { title, robots: { index: false, follow: false } };
}
