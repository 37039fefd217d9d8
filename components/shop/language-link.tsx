'use client';

import { usePathname } from 'next/navigation';
import type { MouseEvent } from 'react';
import { type Language, languages, localPath } from '@/lib/i18n/languages';

const prefix = new RegExp(`^/(${languages.join('|')})(?=/|$)`);

/** The id of the checkout form, whose fields are kept when the language changes. */
export const CHECKOUT_FORM = 'checkout';

/** A link to this page in the language `to`. It loads the full page, because the document's language changes. */
export function LanguageLink({ to, label, className }: { to: Language; label: string; className?: string }) {
  // The server may see the rewritten path (/en/…) and the browser does not; without the prefix both are equal.
  const path = usePathname()?.replace(prefix, '') || '/';

  function keepTyped(event: MouseEvent<HTMLAnchorElement>) {
    if (path === '/search') event.currentTarget.search = location.search;
    const form = document.getElementById(CHECKOUT_FORM);
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    form.action = `/api/checkout/draft?to=${to}`;
    form.submit();
  }

  return (
    <a href={localPath(to, path)} hrefLang={to} lang={to} className={className} onClick={keepTyped}>
      {label}
    </a>
  );
}
