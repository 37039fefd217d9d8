import type { ReactNode } from 'react';
import { pageLanguage } from '@/app/[lang]/page-language';
import { OrderFooter } from '@/components/shop/order-footer';
import { OrderHeader } from '@/components/shop/order-header';
import { getMessages } from '@/lib/i18n/get-messages';

/**
 * Around paying and the receipt: nothing that leads away from it but the way home. Its links are plain, so that the
 * payment page has room for SEQR's script in its 150 KB.
 */
export default async function OrderLayout({ children }: { children: ReactNode }) {
  const language = await pageLanguage();
  const messages = getMessages(language);
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
