'use client';

import { useParams } from 'next/navigation';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { errorMessages } from '@/lib/i18n/messages/errors';

/** What is seen when a page fails. The digest is the number under which the server's log has the reason. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const m = errorMessages[useParams().lang === 'sv' ? 'sv' : 'en'];
  return (
    <EmptyState title={m.title} hint={m.text}>
      <button type="button" onClick={reset} className={buttonClass()}>
        {m.retry}
      </button>
      {error.digest && (
        <p className="basis-full text-sm text-muted">
          {m.reference}: {error.digest}
        </p>
      )}
    </EmptyState>
  );
}
