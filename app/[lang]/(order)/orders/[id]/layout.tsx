import type { ReactNode } from 'react';
import { pageLanguage } from '@/app/[lang]/page-language';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { mailsPath } from '@/lib/orders/order-urls';

interface Props {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/** In a demonstration, adds a link to the mails of the order, because none leaves the shop. */
export default async function OrderPagesLayout({ params, children }: Props) {
  if (!config().isDemo) return children;
  const [language, { id }] = [await pageLanguage(), await params];
  return (
    <>
      {children}
      <p className="mt-10 print:hidden">
        <a href={mailsPath(id, language)} className="font-medium underline underline-offset-4">
          {getShopTexts(language).demo.mails.link}
        </a>
      </p>
    </>
  );
}
