'use client';

import { usePathname } from 'next/navigation';

const PAGES = [
  ['/sandbox', 'Overview'],
  ['/sandbox/invoices', 'Invoices'],
  ['/sandbox/messages', 'SOAP messages'],
  ['/sandbox/notifications', 'Notifications'],
  ['/sandbox/faults', 'Faults'],
  ['/sandbox/payers', 'Payers'],
  ['/sandbox/terminals', 'Terminals and clock'],
] as const;

export function ConsoleNav() {
  const path = usePathname() ?? '';
  return (
    <nav aria-label="Console" className="-mx-3 flex min-w-0 flex-1 basis-full flex-wrap md:basis-0">
      {PAGES.map(([href, name]) => {
        const here = href === '/sandbox' ? path === href : path.startsWith(href);
        return (
          <a
            key={href}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={`whitespace-nowrap border-b-2 px-3 py-2.5 text-sm md:py-3.5 ${here ? 'border-act font-semibold' : 'border-transparent text-soft hover:text-ink'}`}
          >
            {name}
          </a>
        );
      })}
      <a href="/sandbox/app" className="ml-auto whitespace-nowrap px-3 py-2.5 md:py-3.5 font-medium text-act text-sm">
        Payer app
      </a>
    </nav>
  );
}
