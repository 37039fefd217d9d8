import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { NotFoundText } from '@/components/shop/page-not-found';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getShopTexts(await pageLanguage()).notFound.title };
}

export default async function NotFoundPage() {
  const language = await pageLanguage();
  return <NotFoundText language={language} messages={getShopTexts(language)} />;
}
