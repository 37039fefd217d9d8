'use client';

import { useEffect, useState } from 'react';

interface Props {
  action: string;
  fields?: Record<string, string>;
  label: string;
  className: string;
}

/** A button that posts a form and shows progress until the next page loads. */
export function ActionForm({ action, fields = {}, label, className }: Props) {
  const [pending, setPending] = useState(false);

  useEffect(() => {
    // A page restored from the browser's history is no longer in progress.
    const reset = () => setPending(false);
    window.addEventListener('pageshow', reset);
    return () => window.removeEventListener('pageshow', reset);
  }, []);

  return (
    <form action={action} method="post" onSubmit={(event) => (pending ? event.preventDefault() : setPending(true))}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" aria-busy={pending} aria-disabled={pending} className={className}>
        {label}
      </button>
    </form>
  );
}
