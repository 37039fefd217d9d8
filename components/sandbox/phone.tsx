import type { ReactNode } from 'react';
import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { WalletMark } from './icons';
import { QrCode } from './qr-code';

/** A drawn phone on large screens; the whole screen on a phone. */
export function Phone({
  texts,
  pin,
  walletUrl,
  children,
}: {
  texts: PayerAppTexts;
  pin: string;
  walletUrl: string;
  children: ReactNode;
}) {
  return (
    <div className="h-dvh overflow-hidden bg-paper framed:grid framed:place-items-center framed:bg-canvas lg:grid-cols-[auto_auto] lg:justify-center lg:gap-20">
      <div className="hidden framed:lg:block">
        <SidePanel texts={texts} pin={pin} walletUrl={walletUrl} />
      </div>
      <div className="h-full framed:h-[min(844px,100dvh-2rem)] framed:rounded-[3.4rem] framed:bg-frame framed:p-3 framed:shadow-2xl">
        <div className="relative h-full overflow-hidden bg-paper framed:w-[22.5rem] framed:rounded-[2.7rem]">
          <span
            aria-hidden="true"
            className="absolute top-3 left-1/2 z-20 hidden h-6 w-24 -translate-x-1/2 rounded-full bg-frame framed:block"
          />
          {children}
        </div>
      </div>
    </div>
  );
}

function SidePanel({ texts, pin, walletUrl }: { texts: PayerAppTexts; pin: string; walletUrl: string }) {
  return (
    <aside className="max-w-72 text-ink">
      <WalletMark size={44} />
      <p className="mt-5 font-semibold text-2xl tracking-tight">{texts.besideTitle}</p>
      <p className="mt-2 text-soft leading-relaxed">{texts.besideText}</p>
      <p className="mt-4 rounded-xl bg-warn-tint px-4 py-3 text-sm text-warn leading-relaxed">
        {`${texts.playMoneyLong} ${texts.testPin(pin)}`}
      </p>
      <div className="mt-6 flex items-center gap-4">
        <QrCode text={walletUrl} label={walletUrl} className="w-24 rounded-lg" />
        <p className="text-sm text-soft leading-relaxed">{texts.besideScan}</p>
      </div>
      <p className="mt-6 text-sm">
        <a href="/sandbox" className="font-medium text-act underline underline-offset-4">
          {texts.besideConsole}
        </a>
      </p>
    </aside>
  );
}
