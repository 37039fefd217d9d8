import { monotonicMs, now } from '../clock';
import { processGlobal } from '../process-global';
import { maskPasswords } from './contract/mask-passwords';
import type { Operation } from './operations';

/** A request to SEQR and its answer as sent, with masked passwords. `response` is null if no answer arrived. */
export type SeqrExchange = {
  readonly operation: Operation;
  readonly at: Date;
  readonly ms: number;
  readonly status: number | null;
  readonly request: string;
  readonly response: string | null;
};

type Listener = (exchange: SeqrExchange) => void;

const listeners = () => processGlobal('seqr-exchange-listeners', () => new Set<Listener>());

/** Calls the listener for every exchange of this process. Returns a function that removes it. */
export function onSeqrExchange(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}

/** Returns the answer, and reports the exchange to the listeners if there are any. */
export async function logExchange<Answer extends { status: number; text: string }>(
  operation: Operation,
  request: string,
  answer: Promise<Answer>,
): Promise<Answer> {
  if (listeners().size === 0) return answer;
  const at = now();
  const started = monotonicMs();
  const report = (status: number | null, response: string | null) => {
    const ms = Math.round(monotonicMs() - started);
    const masked = response === null ? null : maskPasswords(response);
    for (const listener of listeners())
      listener({ operation, at, ms, status, request: maskPasswords(request), response: masked });
  };
  try {
    const received = await answer;
    report(received.status, received.text);
    return received;
  } catch (error) {
    report(null, null);
    throw error;
  }
}
