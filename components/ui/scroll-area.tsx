import type { ReactNode } from 'react';

/** A scrollable part of the page. It is focusable, so that the keyboard can scroll it even without controls. */
export function ScrollArea({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard can only scroll a focusable element
    <section aria-label={label} tabIndex={0} className={`overflow-auto focus-visible:-outline-offset-2 ${className}`}>
      {children}
    </section>
  );
}
