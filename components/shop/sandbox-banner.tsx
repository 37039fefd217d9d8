import type { ShopTexts } from '@/lib/i18n/get-shop-texts';

export function SandboxBanner({ messages }: { messages: ShopTexts }) {
  return (
    <aside aria-label={messages.shop.demoLabel} className="bg-pine-soft px-4 py-1.5 text-center text-sm print:hidden">
      {messages.shop.demo}{' '}
      <a href="/sandbox/app" className="font-medium whitespace-nowrap underline underline-offset-2">
        {messages.shop.demoLink}
      </a>
    </aside>
  );
}
