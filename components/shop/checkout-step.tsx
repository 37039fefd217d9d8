import type { ReactNode } from 'react';

export function CheckoutStep({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <fieldset className="max-w-xl">
      <legend className="mb-4 flex items-center gap-3 font-display text-heading font-semibold">
        <span
          aria-hidden="true"
          className="grid size-8 place-items-center rounded-full border border-control text-base tabular-nums"
        >
          {number}
        </span>
        <span>{title}</span>
      </legend>
      <div className="space-y-4">{children}</div>
    </fieldset>
  );
}
