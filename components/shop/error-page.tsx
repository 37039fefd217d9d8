'use client';

import { useParams } from 'next/navigation';
import { useEffect } from 'react';
import { getErrorPageTexts } from '@/lib/i18n/get-error-page-texts';
import { UNAVAILABLE_DIGEST } from '@/lib/unavailable-digest';

// Every page loads this file, so it imports no shop component.

const RETRY_MS = 10_000;

type Props = { readonly error: Error & { digest?: string }; retry(): void };

/**
 * Shown if a page fails in the browser or while a link is followed. If the request for a whole page fails,
 * lib/http/answer-unavailable.ts answers it. The digest identifies the error in the server's log. `retry` loads the page
 * again; while the database cannot be used, this happens by itself too.
 */
export function ErrorPage({ error, retry }: Props) {
  const language = useParams()?.lang;
  const m = getErrorPageTexts(language ?? (typeof document === 'undefined' ? null : document.documentElement.lang));
  const isUnavailable = error.digest === UNAVAILABLE_DIGEST;
  useEffect(() => {
    if (!isUnavailable) return;
    const timer = setInterval(retry, RETRY_MS);
    return () => clearInterval(timer);
  }, [isUnavailable, retry]);
  const { title, text } = isUnavailable ? m.unavailable : m;
  return (
    <div className="py-20 text-center">
      <h1 className="text-title">{title}</h1>
      <p className="my-4 text-muted">{text}</p>
      {isUnavailable && language !== undefined && <p className="my-4 text-muted">{m.unavailable.paying}</p>}
      <button type="button" onClick={retry} className="min-h-12 rounded-full bg-pine px-6 font-semibold text-on-pine">
        {m.retry}
      </button>
      {!isUnavailable && <p className="mt-4 text-sm text-muted">{error.digest}</p>}
    </div>
  );
}
