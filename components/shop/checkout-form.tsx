'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, type SubmitEvent, useContext, useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { removeOrdered } from '@/lib/cart/remove-ordered';
import { readCart, writeCart } from './cart-event';
import { CHECKOUT_FORM } from './language-link';
import { afterChanges } from './post-cart';
import { type CheckoutRefusal, type Problem, sendCheckout } from './send-checkout';

interface Props {
  order: { items: readonly { slug: string; quantity: number }[]; checkoutKey: string; language: string };
  /** The totals that the buyer sees and agrees to, by delivery, in minor units. */
  totals: Record<string, number>;
  problems: readonly Problem[];
  texts: Record<'failed' | 'problemsTitle' | 'orders', string>;
  ordersPath: string;
  children: ReactNode;
}

interface State {
  problems: readonly Problem[];
  pending: boolean;
}

const Checkout = createContext<State>({ problems: [], pending: false });

/** All problems of the last attempt, and whether the order is being sent. */
export function useCheckout(): State {
  return useContext(Checkout);
}

/** The checkout as one plain form. With JavaScript it is sent as JSON, and problems appear at their fields. */
export function CheckoutForm({ order, totals, problems: initial, texts, ordersPath, children }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<CheckoutRefusal>({ problems: initial });

  useEffect(() => {
    if (refusal.problems.length === 0) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid=true]');
    if (field) field.focus();
    else form.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'center' });
  }, [refusal]);

  // Returning from the payment page may restore this form in its sending state.
  useEffect(() => {
    function allowSending({ persisted }: PageTransitionEvent) {
      if (!persisted) return;
      busy.current = false;
      setPending(false);
    }
    window.addEventListener('pageshow', allowSending);
    return () => window.removeEventListener('pageshow', allowSending);
  }, []);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    const answer = await sendCheckout(new FormData(event.currentTarget), order, totals, texts.failed);
    if (answer.ok) {
      // The page removes the ordered items, because the server knows the cart only as it was when the order was sent.
      const ordered = { ...order, lines: order.items, created: answer.created };
      afterChanges(() => writeCart(removeOrdered(readCart(), ordered)));
      router.push(answer.payUrl);
      return;
    }
    busy.current = false;
    setPending(false);
    setRefusal(answer);
    if (answer.stale) router.refresh();
  }

  const general = refusal.problems.filter(({ field }) => !/^(customer|items)\./.test(field));
  return (
    <Checkout value={{ problems: refusal.problems, pending }}>
      <form
        ref={form}
        id={CHECKOUT_FORM}
        action="/api/checkout"
        method="post"
        noValidate
        onSubmit={submit}
        aria-busy={pending}
        className="group/checkout mt-8 grid gap-10 lg:grid-cols-[1fr_24rem] lg:gap-16"
      >
        <input type="hidden" name="checkoutKey" value={order.checkoutKey} />
        <input type="hidden" name="language" value={order.language} />
        {Object.entries(totals).map(([delivery, total]) => (
          <input key={delivery} type="hidden" name={`shownTotal.${delivery}`} value={total} />
        ))}
        {general.length > 0 && (
          <div className="lg:col-span-2">
            <Notice tone="problem" live="alert" title={texts.problemsTitle}>
              {general.map(({ message }) => (
                <p key={message}>{message}</p>
              ))}
              {general.some(({ code }) => code === 'key-reused') && (
                <a href={refusal.payUrl ?? ordersPath} className="underline underline-offset-4">
                  {texts.orders}
                </a>
              )}
            </Notice>
          </div>
        )}
        {children}
      </form>
    </Checkout>
  );
}
