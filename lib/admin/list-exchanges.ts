import { z } from 'zod';
import { log } from '../log';
import { maskPasswords } from '../seqr/contract/mask-passwords';
import { resultName } from '../seqr/contract/result-codes';
import { callSandbox } from './call-sandbox';
import type { PaymentDetails } from './get-order-details';
import type { AnySession } from './visitor-session';

const message = z.object({
  id: z.number(),
  at: z.coerce.date(),
  operation: z.string().nullable(),
  httpStatus: z.number(),
  resultCode: z.number().nullable(),
  note: z.string().nullable(),
  request: z.string().transform(maskPasswords),
  response: z.string().transform(maskPasswords),
});
type Message = z.output<typeof message>;
const answer = z.object({ messages: z.array(message) });

/** A SOAP request with its answer. It stands for `count` equal exchanges in a row, of which it is the first. */
export type Exchange = Message & { readonly resultName: string | null; readonly count: number };

type PaymentExchanges = {
  readonly attempt: number;
  readonly invoiceReference: string;
  /** Oldest first. `isCut`: only the latest exchanges are included, so older ones may be missing. */
  readonly exchanges: readonly Exchange[];
  readonly isCut: boolean;
};

/** `elsewhere`: the SEQR service is not a sandbox, so its messages cannot be read. */
export type KeptExchanges =
  | { readonly kept: true; readonly payments: readonly PaymentExchanges[] }
  | { readonly kept: false; readonly reason: 'elsewhere' | 'unreachable' };

const SHOWN = 200;
const TIMEOUT_MS = 3_000;

/** The SOAP messages about an order's invoices, from the sandbox's log. The shop itself stores none. */
export async function listExchanges(_session: AnySession, payments: readonly PaymentDetails[]): Promise<KeptExchanges> {
  try {
    const lists = await Promise.all(
      payments.flatMap(({ attempt, invoiceReference }) =>
        invoiceReference === null ? [] : readExchanges(attempt, invoiceReference),
      ),
    );
    const found = lists.filter((list) => list !== null);
    return found.length < lists.length ? { kept: false, reason: 'elsewhere' } : { kept: true, payments: found };
  } catch (error) {
    log.warn({ err: error }, 'admin: the sandbox’s messages could not be read');
    return { kept: false, reason: 'unreachable' };
  }
}

async function readExchanges(attempt: number, invoiceReference: string): Promise<PaymentExchanges | null> {
  const query = new URLSearchParams({ invoiceReference, limit: String(SHOWN) });
  const response = await callSandbox(`messages?${query}`, TIMEOUT_MS);
  if (response === null) return null;
  if (!response.ok) throw new Error(`the sandbox answered HTTP ${response.status}`);
  const { messages } = answer.parse(await response.json());
  return {
    attempt,
    invoiceReference,
    exchanges: foldRepeats(messages.toReversed()),
    isCut: messages.length === SHOWN,
  };
}

/** Merges consecutive equal exchanges, such as polls, into one. */
function foldRepeats(messages: readonly Message[]): Exchange[] {
  const folded: Exchange[] = [];
  for (const next of messages) {
    const last = folded.at(-1);
    if (last && isSame(last, next)) folded[folded.length - 1] = { ...last, count: last.count + 1 };
    else folded.push({ ...next, resultName: nameOf(next.resultCode), count: 1 });
  }
  return folded;
}

function isSame(one: Message, other: Message): boolean {
  return (['operation', 'httpStatus', 'resultCode', 'request', 'response'] as const).every(
    (part) => one[part] === other[part],
  );
}

function nameOf(code: number | null): string | null {
  return code === null ? null : (resultName(code) ?? null);
}
