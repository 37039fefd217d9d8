import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { NotFoundText } from '@/components/shop/not-found-text';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { localPath } from '@/lib/i18n/languages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getShopTexts(await pageLanguage()).notFound.title };
}

export default async function NotFoundPage() {
  const language = await pageLanguage();
  const { title, text, home } = getShopTexts(language).notFound;
  return <NotFoundText title={title} hint={text} home={{ href: localPath(language, '/'), label: home }} />;
}
