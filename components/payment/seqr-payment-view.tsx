'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef } from 'react';

/** The view follows the status; the sum, which the merchant may lower, changes too seldom to be pushed. */
const AMOUNT_CHECK_MS = 10_000;

interface Props {
  invoiceReference: string;
  invoiceQRCode: string;
  /** Answers how the payment stands; `…/events` below it streams the same. */
  statusUrl: string;
  receiptUrl: string;
  language: string;
  /** What the page says is to pay, as the status address words it. */
  amount: string;
}

/**
 * SEQR's payment view in a React page: the script tag goes into the container, replaces itself with the view, and calls
 * back into Next's router. Taking the view out of the document again stops all that it does.
 */
export function SeqrPaymentView({ invoiceReference, invoiceQRCode, statusUrl, receiptUrl, language, amount }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const callbacks = `seqr${useId().replace(/\W/g, '')}`;

  useEffect(() => {
    const parent = container.current;
    const page = window as unknown as Record<string, unknown>;
    page[callbacks] = {
      paid: () => router.replace(receiptUrl),
      changed: ({ status }: { status: string }) => {
        if (/CANCELED|FAILED|EXPIRED/.test(status)) router.refresh();
      },
    };

    const script = document.createElement('script');
    const parameters = {
      invoiceId: invoiceReference,
      invoiceQRCode,
      statusURL: statusUrl,
      language,
      successCallback: `${callbacks}.paid`,
      statusCallback: `${callbacks}.changed`,
    };
    const pairs = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    script.id = 'seqrShop';
    script.src = `/seqr-webshop-plugin/js/seqrShop.js#!${pairs.join('&')}`;
    script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
    parent?.append(script);

    return () => {
      parent?.replaceChildren();
      delete page[callbacks];
    };
  }, [router, callbacks, invoiceReference, invoiceQRCode, statusUrl, receiptUrl, language]);

  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await fetch(statusUrl)
        .then((response) => response.json())
        .catch(() => null); // offline; the view says so
      if (typeof answer?.amount === 'string' && answer.amount !== amount) router.refresh();
    }, AMOUNT_CHECK_MS);
    return () => clearInterval(timer);
  }, [router, statusUrl, amount]);

  // Keeps the view's place, so that nothing moves when it comes.
  return <div ref={container} className="min-h-88 sm:pointer-fine:min-h-137" />;
}
