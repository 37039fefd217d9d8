import type { ReactNode } from 'react';
import { pageLanguage } from '@/app/[lang]/page-language';
import { OrderFooter } from '@/components/shop/order-footer';
import { OrderHeader } from '@/components/shop/order-header';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';

/**
 * The layout of payment and receipt pages, with a link home as the only way out. Its links are plain anchors, which
 * leave room for SEQR's script within the payment page's budget of 150 KB.
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
