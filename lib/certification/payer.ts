import { setTimeout as pause } from 'node:timers/promises';
import type { Prompt } from './run-view';

export type InvoiceToPay = { readonly reference: string; readonly qrCode: string; readonly amount: string };

/** The holder of the phone. The promises resolve once the action is done, or once a person has been asked to do it. */
export interface Payer {
  /** Whether a payment takes effect before `pay` resolves. */
  readonly isAutomatic: boolean;
  pay(invoice: InvoiceToPay): Promise<void>;
  cancel(invoice: InvoiceToPay): Promise<void>;
  /** Moves the invoice's clock forward, or waits. */
  letTimePass(invoice: InvoiceToPay, seconds: number): Promise<void>;
  done(): void;
}

/** Pays through the control API of a sandbox at the service's own address. */
export function sandboxPayer(origin: string, key: string | undefined): Payer {
  const post = async (path: string, body: object) => {
    const response = await fetch(`${origin}/sandbox/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(key ? { 'X-Sandbox-Key': key } : {}) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The sandbox refused ${path}: ${response.status} ${await response.text()}`);
  };
  return {
    isAutomatic: true,
    pay: ({ reference }) => post(`invoices/${reference}/pay`, { pin: '1234' }),
    cancel: ({ reference }) => post(`invoices/${reference}/cancel`, {}),
    letTimePass: ({ reference }, seconds) =>
      post('clock', { advanceSeconds: Math.round(seconds), invoiceReference: reference }),
    done: () => {},
  };
}

/** A person with the SEQR app. `show` displays the code; null hides it. */
export function personalPayer(show: (prompt: Prompt | null) => void): Payer {
  return {
    isAutomatic: false,
    pay: async ({ qrCode, amount }) => show({ what: `Scan the code with the SEQR app and pay ${amount}.`, qrCode }),
    cancel: async ({ qrCode, amount }) =>
      show({ what: `Scan the code with the SEQR app and cancel the payment of ${amount} there.`, qrCode }),
    letTimePass: (_, seconds) => pause(seconds * 1000),
    done: () => show(null),
  };
}

/** Whether the service at this address is a sandbox whose control API accepts our key. */
export async function isSandbox(origin: string, key: string | undefined): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/sandbox/api/terminals`, {
      headers: key ? { 'X-Sandbox-Key': key } : {},
      signal: AbortSignal.timeout(5_000),
      redirect: 'manual',
    });
    return response.ok && (response.headers.get('content-type') ?? '').includes('json');
  } catch {
    return false;
  }
}
