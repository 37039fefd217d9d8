'use client';

import { buttonClass } from './button-class';

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => window.print()} className={buttonClass('secondary', 'noscript:hidden')}>
      {label}
    </button>
  );
}
