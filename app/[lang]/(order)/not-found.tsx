import type { Metadata } from 'next';
import { pageLanguage } from '@/app/[lang]/page-language';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { localPath } from '@/lib/i18n/languages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: getShopTexts(await pageLanguage()).notFound.title };
}

export default async function OrderNotFoundPage() {
  const language = await pageLanguage();
  const { notFound, footer } = getShopTexts(language);
  return (
    <EmptyState title={notFound.title} hint={notFound.order}>
      <a href={localPath(language, '/orders')} className={buttonClass()}>
        {footer.orders}
      </a>
    </EmptyState>
  );
}
