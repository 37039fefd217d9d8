'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef } from 'react';

interface Props {
  invoiceReference: string;
  invoiceQRCode: string;
  /** Answers the payment's status, and names the stream that sends the same. */
  statusUrl: string;
  receiptUrl: string;
  language: string;
}

/**
 * SEQR's payment view in a React page: the script tag goes into the container, replaces itself with the view, and calls
 * back into Next's router. Taking the view out of the document again stops all that it does.
 */
export function SeqrPaymentView({ invoiceReference, invoiceQRCode, statusUrl, receiptUrl, language }: Props) {
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

  // Reserves the view's height, so that nothing moves when it appears.
  return <div ref={container} className="min-h-99 sm:pointer-fine:min-h-101" />;
}
