import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { pageMetadata } from '@/app/[lang]/page-metadata';
import { getPageText, TextPage } from '@/components/shop/text-page';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage();
  const { title, intro } = getPageText('returns', language);
  return pageMetadata({ language, path: '/returns', title, description: intro });
}

export default async function ReturnsPage() {
  const language = await pageLanguage();
  const { sandbox } = config();
  return (
    <TextPage name="returns" language={language} messages={getShopTexts(language)} demonstration={sandbox.enabled} />
  );
}
