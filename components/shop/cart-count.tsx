'use client';

import { useSyncExternalStore } from 'react';
import { onCartChange, readCartCount } from './cart-event';

/** The number of items in the cart, read from the browser's cookie, because prerendered pages are the same for everyone. */
export function CartCount({ label }: { label: string }) {
  const count = useSyncExternalStore(onCartChange, readCartCount, () => 0);
  if (count === 0) return null;
  return (
    <span className="min-w-6 rounded-full bg-pine px-1.5 py-0.5 text-center text-sm font-semibold text-on-pine tabular-nums">
      <span className="sr-only">{`${label} `}</span>
      <span>{count}</span>
    </span>
  );
}
