import type { ReactNode } from 'react';
import { WalletMark } from './icons';

/** A sandbox page outside the phone frame, with a single message. */
export function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center px-6 text-center">
      <WalletMark size={48} />
      <h1 className="mt-5 font-semibold text-2xl">{title}</h1>
      <p className="mt-2 max-w-sm text-balance text-soft leading-relaxed">{text}</p>
      {children}
    </main>
  );
}
