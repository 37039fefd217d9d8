import type { ReactNode } from 'react';
import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { ScrollArea } from '../ui/scroll-area';
import { BackIcon, WalletMark } from './icons';

/** One screen of the wallet: a top bar, scrollable content and the buttons at the bottom. */
export function Screen({
  texts,
  back,
  children,
  bottom,
}: {
  texts: PayerAppTexts;
  back?: string;
  children: ReactNode;
  bottom?: ReactNode;
}) {
  return (
    <div className="flex h-full flex-col bg-paper text-ink">
      <TopBar texts={texts} back={back} />
      <main className="flex min-h-0 flex-1 flex-col">
        <ScrollArea label={texts.content} className="min-h-0 flex-1 overscroll-contain px-4 pb-4">
          {children}
        </ScrollArea>
        {bottom && (
          <div className="safe-bottom border-line border-t bg-card px-4 pt-3 flat:flex flat:items-center flat:gap-3">
            {bottom}
          </div>
        )}
      </main>
    </div>
  );
}

/** The top bar: a back link or the app's name, and a note that the money is play money. */
export function TopBar({ texts, back }: { texts: PayerAppTexts; back?: string | undefined }) {
  return (
    <header className="safe-top framed:pt-10">
      <div className="flex h-14 items-center gap-1 px-2">
        {back ? (
          <a
            href={back}
            className="flex h-12 items-center gap-0.5 rounded-full pr-3 pl-1 font-medium text-act active:bg-tint"
          >
            <BackIcon />
            {texts.toWallet}
          </a>
        ) : (
          <span className="flex items-center gap-2.5 px-2 font-semibold">
            <WalletMark />
            {texts.appName}
          </span>
        )}
        <span className="mr-2 ml-auto rounded-full bg-warn-tint px-2.5 py-1 font-semibold text-warn text-xs">
          {texts.playMoney}
        </span>
      </div>
    </header>
  );
}
