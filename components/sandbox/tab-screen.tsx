import type { ReactNode } from 'react';
import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { ScrollArea } from '../ui/scroll-area';
import { TopBar } from './screen';
import type { SessionQuery } from './session-query';
import { type Tab, TabBar } from './tab-bar';

/** One of the wallet's four main screens. */
export function TabScreen({
  texts,
  tab,
  title,
  sessionQuery,
  children,
}: {
  texts: PayerAppTexts;
  tab: Tab;
  title: string;
  sessionQuery: SessionQuery;
  children: ReactNode;
}) {
  return (
    <div className="flex h-full flex-col bg-paper text-ink">
      <TopBar texts={texts} />
      <main className="flex min-h-0 flex-1 flex-col">
        <ScrollArea label={texts.content} className="min-h-0 flex-1 overscroll-contain px-4 pb-6">
          <h1 className={tab === 'home' ? 'sr-only' : 'px-1 pt-1 pb-3 font-semibold text-2xl tracking-tight'}>
            {title}
          </h1>
          {children}
        </ScrollArea>
      </main>
      <TabBar texts={texts} tab={tab} sessionQuery={sessionQuery} />
    </div>
  );
}
