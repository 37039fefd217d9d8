import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { NotFoundText } from './not-found-text';

interface Props {
  language: Language;
  messages: ShopTexts;
}

/**
 * The 404 page, for a prerendered route to return. On such a route, `notFound()` leaves the document empty until
 * JavaScript has run. Inside a Suspense boundary, `notFound()` only sets the status, and the HTML contains the text.
 */
export function PageNotFound({ language, messages: { notFound } }: Props) {
  return (
    <>
      <NotFoundText
        title={notFound.title}
        hint={notFound.text}
        home={{ href: localPath(language, '/'), label: notFound.home }}
      />
      <Suspense>
        <Status404 />
      </Suspense>
    </>
  );
}

async function Status404(): Promise<null> {
  notFound();
}
