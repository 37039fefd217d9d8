import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { PageNotFound } from '@/components/shop/page-not-found';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';

/** The 404 page of each language. next.config.js rewrites unknown URLs to it. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: getShopTexts(await pageLanguage()).notFound.title };
}

export default async function UnknownPage() {
  const language = await pageLanguage();
  return <PageNotFound language={language} messages={getShopTexts(language)} />;
}
