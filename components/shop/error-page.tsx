'use client';

import { useParams } from 'next/navigation';
import { errorMessages } from '@/lib/i18n/messages/errors';

// Every page carries this file to the browser, so it brings no component of the shop with it.

/** What is seen when a page fails. The digest is the number under which the server's log has the reason. */
export function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const m = errorMessages[useParams()?.lang === 'sv' ? 'sv' : 'en'];
  return (
    <div className="py-20 text-center">
      <h1 className="text-title">{m.title}</h1>
      <p className="my-4 text-muted">{m.text}</p>
      <button type="button" onClick={reset} className="min-h-12 rounded-full bg-pine px-6 font-semibold text-on-pine">
        {m.retry}
      </button>
      <p className="mt-4 text-sm text-muted">{error.digest}</p>
    </div>
  );
}
