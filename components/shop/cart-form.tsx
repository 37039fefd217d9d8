'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { postCart } from './post-cart';

interface Props {
  action: 'add' | 'set' | 'remove';
  slug: string;
  language: string;
  /** Shown if the shop cannot be reached. */
  failed: string;
  /** The link in the confirmation. Without a link, the page itself is refreshed. */
  cartLink?: { href: string; label: string };
  children: ReactNode;
}

type Answer = { ok: boolean; message: string; priceChanged?: boolean };

/** A plain form that changes the cart; with JavaScript it does not leave the page. */
export function CartForm({ action, slug, language, failed, cartLink, children }: Props) {
  const router = useRouter();
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    const form = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    const result = (await postCart<Answer>(Object.fromEntries(form))) ?? { ok: false, message: failed };
    busy.current = false;
    setPending(false);
    setAnswer(cartLink || !result.ok ? result : null);
    if (!result.ok) return;
    if (!cartLink || result.priceChanged) router.refresh();
  }

  return (
    <form action="/api/cart" method="post" noValidate onSubmit={submit} aria-busy={pending} className="contents">
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="language" value={language} />
      {children}
      <p
        role="status"
        className={answer ? `order-last basis-full ${answer.ok ? 'text-pine' : 'text-falu'}` : 'sr-only'}
      >
        <span>{answer?.message}</span>{' '}
        {answer?.ok && cartLink && (
          <Link href={cartLink.href} className="font-semibold underline underline-offset-4">
            {cartLink.label}
          </Link>
        )}
      </p>
    </form>
  );
}
