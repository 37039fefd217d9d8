'use client';

import { useParams } from 'next/navigation';
import { getErrorPageTexts } from '@/lib/i18n/get-error-page-texts';

// Every page loads this file, so it imports no shop component.

/** Shown if a page fails. The digest identifies the error in the server's log. */
export function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const m = getErrorPageTexts(useParams()?.lang);
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
