'use client';

import { useEffect, useState } from 'react';

interface Props {
  action: string;
  fields?: Record<string, string>;
  label: string;
  className: string;
}

/** A button that posts a form and shows that it is under way until the next page comes. */
export function ActionForm({ action, fields = {}, label, className }: Props) {
  const [pending, setPending] = useState(false);

  useEffect(() => {
    // A page that comes back from the browser's history is not under way any more.
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
