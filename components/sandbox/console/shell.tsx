import type { ReactNode } from 'react';
import { WalletMark } from '../icons';
import { ConsoleNav } from './console-nav';

/** The layout of the console's pages. */
export function ConsoleShell({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh bg-paper">
      <header className="border-line border-b bg-card">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-4 sm:px-6">
          <a href="/sandbox" className="flex items-center gap-2.5 py-3 font-semibold">
            <WalletMark />
            SEQR sandbox
          </a>
          <ConsoleNav />
        </div>
      </header>
      <main className="mx-auto max-w-6xl px-4 py-6 sm:px-6 sm:py-8">{children}</main>
    </div>
  );
}

export function PageHead({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {text && <p className="mt-1 max-w-2xl text-soft leading-relaxed">{text}</p>}
      </div>
      {children}
    </div>
  );
}

export function Card({ title, more, children }: { title?: string; more?: ReactNode; children: ReactNode }) {
  return (
    <section className="overflow-hidden rounded-2xl bg-card ring-1 ring-line">
      {title && (
        <div className="flex items-baseline justify-between gap-4 px-5 pt-4 pb-2">
          <h2 className="font-semibold">{title}</h2>
          {more}
        </div>
      )}
      {children}
    </section>
  );
}
