'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { type PaidStatus, useShowEarlyReceipt } from './early-receipt';

interface Props {
  invoiceReference: string;
  invoiceQRCode: string;
  /** The address that answers with the payment's status and the address of its event stream. */
  statusUrl: string;
  receiptUrl: string;
  language: string;
  /** Shown while the view's script cannot be loaded. */
  children: ReactNode;
}

/** The pauses between attempts to load the view's script; the last one repeats. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];
const SECOND_FILE_TIMEOUT_MS = 10_000;

/**
 * SEQR's payment view in React. The effect adds a script tag; the script replaces the tag with the view and calls
 * `paid` and `changed`, which use Next's router. The script is built from `lib/payment-view/script.ts`. When its
 * `follow.ts` sees PAID, `paid` below shows the early receipt and opens the receipt page. Removing the view from the
 * document stops it. A script that cannot be loaded, for example on a weak connection, is requested again.
 */
export function SeqrPaymentView({ invoiceReference, invoiceQRCode, statusUrl, receiptUrl, language, children }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const showEarlyReceipt = useEffectEvent(useShowEarlyReceipt());
  const [failed, setFailed] = useState(false);
  const callbacks = `seqr${useId().replace(/\W/g, '')}`;

  useEffect(() => {
    const parent = container.current;
    Reflect.set(window, callbacks, {
      paid: (status: PaidStatus) => {
        const isShown = showEarlyReceipt(status);
        // The buyer may have scrolled in the early receipt, which looks the same.
        router.replace(receiptUrl, { scroll: !isShown });
      },
      changed: ({ status }: { status: string }) => {
        if (/CANCELED|FAILED|EXPIRED/.test(status)) router.refresh();
      },
    });

    const parameters = {
      invoiceId: invoiceReference,
      invoiceQRCode,
      statusURL: statusUrl,
      language,
      successCallback: `${callbacks}.paid`,
      statusCallback: `${callbacks}.changed`,
    };
    const pairs = Object.entries(parameters).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    const observer = new MutationObserver(() => {
      if (parent?.querySelector(':scope > :not(script)')) setFailed(false);
    });
    if (parent) observer.observe(parent, { childList: true });
    let timer: ReturnType<typeof setTimeout>;
    let isStopped = false;
    function load(failures: number) {
      const script = document.createElement('script');
      script.id = 'seqrShop';
      script.src = `/seqr-webshop-plugin/js/seqrShop.js#!${pairs.join('&')}`;
      script.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
      // After the cleanup, a removed script still reports that it has loaded or failed.
      const fail = () => {
        if (isStopped) return;
        script.remove();
        setFailed(true);
        timer = setTimeout(load, PAUSES_MS[failures] ?? PAUSES_MS.at(-1), failures + 1);
      };
      script.onload = () => {
        // In older browsers, the script loads a second file before the view appears. If that fails, no event reports it.
        if (!isStopped) timer = setTimeout(() => script.isConnected && fail(), SECOND_FILE_TIMEOUT_MS);
      };
      script.onerror = fail;
      parent?.append(script);
    }
    load(0);

    return () => {
      isStopped = true;
      observer.disconnect();
      clearTimeout(timer);
      parent?.replaceChildren();
      Reflect.deleteProperty(window, callbacks);
    };
  }, [router, callbacks, invoiceReference, invoiceQRCode, statusUrl, receiptUrl, language]);

  // Reserves the view's height to avoid layout shift.
  return (
    <>
      {failed && children}
      <div ref={container} className={failed ? '' : 'min-h-99 sm:pointer-fine:min-h-101'} />
    </>
  );
}
