import { monotonicMs, now } from '../clock';
import { processGlobal } from '../process-global';
import { maskPasswords } from './contract/mask-passwords';
import type { Operation } from './operations';

/** One message to SEQR and its answer as they went over the wire, passwords masked; `response` null: none came. */
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

/** Listens to all that this process says to SEQR, until the function that it returns is called. */
export function onSeqrExchange(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}

/** Costs nothing while nobody listens. */
export async function logExchange<Answer extends { status: number; text: string }>(
  operation: Operation,
  request: string,
  answer: Promise<Answer>,
): Promise<Answer> {
  if (listeners().size === 0) return answer;
  const at = now();
  const started = monotonicMs();
  const tell = (status: number | null, response: string | null) => {
    const ms = Math.round(monotonicMs() - started);
    const masked = response === null ? null : maskPasswords(response);
    for (const listener of listeners())
      listener({ operation, at, ms, status, request: maskPasswords(request), response: masked });
  };
  try {
    const got = await answer;
    tell(got.status, got.text);
    return got;
  } catch (error) {
    tell(null, null);
    throw error;
  }
}
