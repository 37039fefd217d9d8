import type { ReactNode } from 'react';
import { pageLanguage } from '@/app/[lang]/page-language';
import { currentVisitor } from '@/app/[lang]/visitor';
import { ScenesLink } from '@/components/behind-the-scenes/scenes-link';
import { maySeeScenes } from '@/lib/behind-the-scenes/get-own-scenes';
import { config } from '@/lib/config';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { mailsPath, scenesPath } from '@/lib/orders/order-urls';

interface Props {
  params: Promise<{ id: string }>;
  children: ReactNode;
}

/**
 * In a demonstration, adds a link to the order's mails, which are stored but never sent. On the visitor's own order, also
 * adds a link to the page behind the scenes.
 */
export default async function OrderPagesLayout({ params, children }: Props) {
  const [language, { id }] = [await pageLanguage(), await params];
  const mayLook = await maySeeScenes(id, await currentVisitor());
  return (
    <>
      {children}
      {config().isDemo && (
        <p className="mt-10 print:hidden">
          <a href={mailsPath(id, language)} className="font-medium underline underline-offset-4">
            {getShopTexts(language).demo.mails.link}
          </a>
        </p>
      )}
      {mayLook && (
        <div className="mt-10">
          <ScenesLink href={scenesPath(id, language)} language={language} />
        </div>
      )}
    </>
  );
}
