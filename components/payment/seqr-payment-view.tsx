'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef } from 'react';

interface Props {
  invoiceReference: string;
  invoiceQRCode: string;
  /** The address that answers with the payment's status and the address of its event stream. */
  statusUrl: string;
  receiptUrl: string;
  language: string;
}

/**
 * SEQR's payment view in React. The effect adds a script tag; the script replaces the tag with the view and calls
 * `paid` and `changed`, which use Next's router. The script is built from `lib/payment-view/script.ts`. When its
 * `follow.ts` sees PAID, `paid` below opens the receipt. Removing the view from the document stops it.
 */
export function SeqrPaymentView({ invoiceReference, invoiceQRCode, statusUrl, receiptUrl, language }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const callbacks = `seqr${useId().replace(/\W/g, '')}`;

  useEffect(() => {
    const parent = container.current;
    Reflect.set(window, callbacks, {
      paid: () => router.replace(receiptUrl),
      changed: ({ status }: { status: string }) => {
        if (/CANCELED|FAILED|EXPIRED/.test(status)) router.refresh();
      },
    });

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
      Reflect.deleteProperty(window, callbacks);
    };
  }, [router, callbacks, invoiceReference, invoiceQRCode, statusUrl, receiptUrl, language]);

  // Reserves the view's height to avoid layout shift.
  return <div ref={container} className="min-h-99 sm:pointer-fine:min-h-101" />;
}
