import type { Metadata } from 'next';
import { NotFoundText } from '@/components/shop/page-not-found';
import { getMessages } from '@/lib/i18n/get-messages';
import { pageLanguage } from './page-language';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getMessages(await pageLanguage()).notFound.title };
}

export default async function NotFoundPage() {
  const language = await pageLanguage();
  return <NotFoundText language={language} messages={getMessages(language)} />;
}
