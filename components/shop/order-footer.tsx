import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';

export function OrderFooter({ language, messages: { footer } }: { language: Language; messages: ShopTexts }) {
  const links = [
    ['/terms', footer.terms],
    ['/returns', footer.returns],
    ['/privacy', footer.privacy],
    ['/contact', footer.contact],
  ] as const;
  return (
    <footer className="mt-16 bg-sunken text-sm print:hidden">
      <div className="container-page flex flex-wrap gap-x-6 py-4">
        <span className="mr-auto py-2 text-muted">{`${merchant.legalName}, ${merchant.email}`}</span>
        {links.map(([path, label]) => (
          <a key={path} href={localPath(language, path)} className="py-2 underline-offset-4 hover:underline">
            {label}
          </a>
        ))}
      </div>
    </footer>
  );
}
