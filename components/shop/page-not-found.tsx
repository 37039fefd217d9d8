import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';

interface Props {
  language: Language;
  messages: ShopTexts;
}

/**
 * The 404 page, for a prerendered route to return. On such a route, `notFound()` leaves the document empty until
 * JavaScript has run. Inside a Suspense boundary, `notFound()` only sets the status, and the HTML contains the text.
 */
export function PageNotFound({ language, messages }: Props) {
  return (
    <>
      <NotFoundText language={language} messages={messages} />
      <Suspense>
        <Status404 />
      </Suspense>
    </>
  );
}

export function NotFoundText({ language, messages: { notFound: m } }: Props) {
  return (
    <EmptyState title={m.title} hint={m.text} picture="/illustrations/not-found.svg">
      <Link href={localPath(language, '/')} className={buttonClass()}>
        {m.home}
      </Link>
    </EmptyState>
  );
}

async function Status404(): Promise<null> {
  notFound();
}
