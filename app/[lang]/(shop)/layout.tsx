import type { ReactNode } from 'react';
import { pageLanguage } from '@/app/[lang]/page-language';
import { SiteFooter } from '@/components/shop/site-footer';
import { SiteHeader } from '@/components/shop/site-header';
// Parts of a product's page, loaded with every page, so that a click on a product waits for no script.
import '@/components/shop/cart-form';
import '@/components/shop/picture-links';
import { listShownCategories } from '@/lib/catalogue/list-categories';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';

/** The layout of every shop page except a single order's. */
export default async function ShopLayout({ children }: { children: ReactNode }) {
  const language = await pageLanguage();
  const messages = getShopTexts(language);
  return (
    <>
      <SiteHeader language={language} messages={messages} categories={await listShownCategories(language)} />
      <main id="content" className="container-page grow">
        {children}
      </main>
      <SiteFooter language={language} messages={messages} demonstration={config().sandbox.enabled} />
    </>
  );
}
