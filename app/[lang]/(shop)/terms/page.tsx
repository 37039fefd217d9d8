import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { pageMetadata } from '@/app/[lang]/page-metadata';
import { getPageText, TextPage } from '@/components/shop/text-page';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';

export async function generateMetadata(): Promise<Metadata> {
  const language = await pageLanguage();
  const { title, intro } = getPageText('terms', language);
  return pageMetadata({ language, path: '/terms', title, description: intro });
}

export default async function TermsPage() {
  const language = await pageLanguage();
  const { sandbox } = config();
  return (
    <TextPage name="terms" language={language} messages={getShopTexts(language)} demonstration={sandbox.enabled} />
  );
}
