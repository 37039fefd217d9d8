import { type Exchanges, readExchanges } from '../behind-the-scenes/read-exchanges';
import { log } from '../log';
import type { PaymentDetails } from './get-order-details';
import type { AnySession } from './visitor-session';

type PaymentExchanges = Exchanges & { readonly attempt: number; readonly invoiceReference: string };

/** `elsewhere`: the SEQR service is not a sandbox, so its messages cannot be read. */
export type KeptExchanges =
  | { readonly kept: true; readonly payments: readonly PaymentExchanges[] }
  | { readonly kept: false; readonly reason: 'elsewhere' | 'unreachable' };

/** The SOAP messages about an order's invoices, from the sandbox's log. The shop itself stores none. */
export async function listExchanges(_session: AnySession, payments: readonly PaymentDetails[]): Promise<KeptExchanges> {
  try {
    const lists = await Promise.all(
      payments.flatMap(({ attempt, invoiceReference }) =>
        invoiceReference === null ? [] : readOf(attempt, invoiceReference),
      ),
    );
    const found = lists.filter((list) => list !== null);
    return found.length < lists.length ? { kept: false, reason: 'elsewhere' } : { kept: true, payments: found };
  } catch (error) {
    log.warn({ err: error }, 'admin: the sandbox’s messages could not be read');
    return { kept: false, reason: 'unreachable' };
  }
}

async function readOf(attempt: number, invoiceReference: string): Promise<PaymentExchanges | null> {
  const found = await readExchanges({ invoiceReference });
  return found && { attempt, invoiceReference, ...found };
}
