'use client';

import { usePathname } from 'next/navigation';
import type { MouseEvent } from 'react';
import { type Language, languages, localPath } from '@/lib/i18n/languages';

const prefix = new RegExp(`^/(${languages.join('|')})(?=/|$)`);

/** The id of the checkout's form, whose fields go along when the language changes. */
export const CHECKOUT_FORM = 'checkout';

/** The same page in the other language. A whole page load: the document's language changes with it. */
export function LanguageLink({ to, label, className }: { to: Language; label: string; className?: string }) {
  // On the server the path may be the rewritten one (/en/…), in the browser it is not: without prefix both are equal.
  const path = usePathname()?.replace(prefix, '') || '/';

  function keepTyped(event: MouseEvent) {
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
