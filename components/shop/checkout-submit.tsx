'use client';

import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { useCheckout } from './checkout-form';

export function CheckoutSubmit({ pendingText, children }: { pendingText: string; children: ReactNode }) {
  const { pending } = useCheckout();
  return (
    <button type="submit" aria-disabled={pending} aria-busy={pending} className={buttonClass('primary', 'mt-5 w-full')}>
      {pending ? pendingText : children}
    </button>
  );
}
