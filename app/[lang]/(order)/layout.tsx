import type { ReactNode } from 'react';
import { pageLanguage } from '@/app/[lang]/page-language';
import { OrderFooter } from '@/components/shop/order-footer';
import { OrderHeader } from '@/components/shop/order-header';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';

/**
 * The layout of payment and receipt pages, without the shop's search and categories. Its links are plain anchors, because
 * the payment page's budget of 150 KB has to leave room for SEQR's script.
 */
export default async function OrderLayout({ children }: { children: ReactNode }) {
  const language = await pageLanguage();
  const messages = getShopTexts(language);
  return (
    <>
      <OrderHeader language={language} messages={messages} />
      <main id="content" className="container-page grow">
        {children}
      </main>
      <OrderFooter language={language} messages={messages} />
    </>
  );
}
