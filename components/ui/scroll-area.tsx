import type { ReactNode } from 'react';

/** A part of the page that scrolls by itself, so the keyboard must be able to reach it even if it holds no control. */
export function ScrollArea({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a place in the tab order the keyboard cannot scroll it
    <section aria-label={label} tabIndex={0} className={`overflow-auto focus-visible:-outline-offset-2 ${className}`}>
      {children}
    </section>
  );
}
