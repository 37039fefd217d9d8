import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { PageNotFound } from '@/components/shop/page-not-found';
import { getMessages } from '@/lib/i18n/get-messages';

/** What next.config.js sends every address to that nothing else answers: a 404, prerendered in each language. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: getMessages(await pageLanguage()).notFound.title };
}

export default async function UnknownPage() {
  const language = await pageLanguage();
  return <PageNotFound language={language} messages={getMessages(language)} />;
}
