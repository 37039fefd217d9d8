import { z } from 'zod';
import { callSandbox } from '../call-sandbox';
import { maskPasswords } from '../seqr/contract/mask-passwords';
import { resultName } from '../seqr/contract/result-codes';

const message = z.object({
  id: z.number(),
  at: z.coerce.date(),
  operation: z.string().nullable(),
  httpStatus: z.number(),
  resultCode: z.number().nullable(),
  note: z.string().nullable(),
  milliseconds: z.number(),
  request: z.string().transform(maskPasswords),
  response: z.string().transform(maskPasswords),
});
type Message = z.output<typeof message>;
const answer = z.object({ messages: z.array(message) });

/**
 * A SOAP request and its answer, which was sent at `at`. It stands for `count` equal exchanges in a row, of which it is
 * the first.
 */
export type Exchange = Message & { readonly resultName: string | null; readonly count: number };

/** Oldest first. `isCut`: only the latest exchanges are included, so older ones may be missing. */
export type Exchanges = { readonly exchanges: readonly Exchange[]; readonly isCut: boolean };

/** `terminalId` excludes calls that others sign with their own terminal. */
export type ExchangeQuery = ({ readonly invoiceReference: string } | { readonly clientInvoiceId: string }) & {
  readonly terminalId?: string;
};

const SHOWN = 200;
export const SANDBOX_TIMEOUT_MS = 3_000;

/** The SOAP messages about an invoice, from the sandbox's log. The shop itself stores none. Null if there is no sandbox. */
export async function readExchanges(query: ExchangeQuery): Promise<Exchanges | null> {
  const search = new URLSearchParams({ ...query, limit: String(SHOWN) });
  const response = await callSandbox(`messages?${search}`, SANDBOX_TIMEOUT_MS);
  if (response === null) return null;
  if (!response.ok) throw new Error(`the sandbox answered HTTP ${response.status}`);
  const { messages } = answer.parse(await response.json());
  return { exchanges: foldRepeats(messages.toReversed()), isCut: messages.length === SHOWN };
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
