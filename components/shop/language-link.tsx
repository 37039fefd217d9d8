'use client';

import { usePathname } from 'next/navigation';
import { type Language, languages, localPath } from '@/lib/i18n/languages';

const prefix = new RegExp(`^/(${languages.join('|')})(?=/|$)`);

/** The same page in the other language. A whole page load: the document's language changes with it. */
export function LanguageLink({ to, label, className }: { to: Language; label: string; className?: string }) {
  // On the server the path may be the rewritten one (/en/…), in the browser it is not: without prefix both are equal.
  const path = usePathname()?.replace(prefix, '') || '/';
  return (
    <a href={localPath(to, path)} hrefLang={to} lang={to} className={className}>
      {label}
    </a>
  );
}
