import type { Messages } from '@/lib/i18n/messages/en';

export function SandboxBanner({ messages }: { messages: Messages }) {
  return (
    <aside aria-label={messages.shop.demoLabel} className="bg-pine-soft px-4 py-1.5 text-center text-sm print:hidden">
      {messages.shop.demo}{' '}
      <a href="/sandbox/app" className="font-medium whitespace-nowrap underline underline-offset-2">
        {messages.shop.demoLink}
      </a>
    </aside>
  );
}
