import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { type Language, localPath } from '@/lib/i18n/languages';
import type { Messages } from '@/lib/i18n/messages/en';

interface Props {
  language: Language;
  messages: Messages;
}

/**
 * The 404 page, for a prerendered route to return. A bare `notFound()` leaves the document empty until JavaScript has
 * run; thrown inside a Suspense boundary it sets the status alone, and the words are in the HTML.
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
