import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { pageMetadata } from '@/app/[lang]/page-metadata';
import { getPageText, TextPage } from '@/components/shop/text-page';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage();
  const { title, intro } = getPageText('privacy', language);
  return pageMetadata({ language, path: '/privacy', title, description: intro });
}

export default async function PrivacyPage() {
  const language = await pageLanguage();
  const { sandbox } = config();
  return (
    <TextPage name="privacy" language={language} messages={getShopTexts(language)} demonstration={sandbox.enabled} />
  );
}
