import { getBehindTheScenesTexts } from '@/lib/i18n/get-behind-the-scenes-texts';
import type { Language } from '@/lib/i18n/languages';

/** Opens a new tab, so that the payment's QR code stays on the screen. The linked page is not prefetched. */
export function ScenesLink({ href, language }: { href: string; language: Language }) {
  const m = getBehindTheScenesTexts(language);
  return (
    <div className="rounded-tile border border-line p-4 print:hidden">
      <a href={href} target="_blank" rel="noopener" className="font-display font-semibold underline underline-offset-4">
        {m.link}
      </a>
      <p className="mt-1 text-sm text-muted">{m.linkHint}</p>
    </div>
  );
}
