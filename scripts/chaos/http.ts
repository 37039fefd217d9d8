// Sends requests to shop and sandbox. Records how each request to the shop ended, because the shop must give a proper
// answer within 10 s.
import { setTimeout as pause } from 'node:timers/promises';
import type { Span } from './finding';
import type { Fault } from './plan';

const PATIENCE_MS = 20_000;
/** The time within which the shop must answer. */
export const PROMISE_MS = 10_000;
const json = { 'Content-Type': 'application/json' };

/** An answer. The status is 0 if the connection failed or timed out. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly timedOut?: boolean;
};
type SlowAnswer = Span & { readonly name: string; readonly tookMs: number; readonly when: string };
/** Statistics of the requests to the shop. */
export type Ledger = {
  readonly from: number;
  requests: number;
  unreachable: number;
  slowestMs: number;
  slowest: string;
  readonly improper: string[];
  readonly slow: SlowAnswer[];
  readonly refused: Map<string, number>;
};
type Fields = Record<string, string>;
type RequestOptions = { method?: string; headers?: Fields | undefined; body?: string | URLSearchParams };
export type ShopClient = ReturnType<typeof shopClient>;
export type SeqrClient = ReturnType<typeof seqrClient>;

export function newLedger(): Ledger {
  return {
    from: Date.now(),
    requests: 0,
    unreachable: 0,
    slowestMs: 0,
    slowest: '',
    improper: [],
    slow: [],
    refused: new Map(),
  };
}

async function send(
  address: string,
  path: string,
  { method = 'GET', headers = {}, body }: RequestOptions = {},
): Promise<Answer> {
  try {
    const response = await fetch(address + path, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    return {
      status: 0,
      headers: new Headers(),
      text: '',
      timedOut: error instanceof Error && error.name === 'TimeoutError',
    };
  }
}

/** `interruptions`: the times in which connections may break. */
export function shopClient(address: string, interruptions: () => readonly Span[], ledger: Ledger) {
  async function request(path: string, options?: RequestOptions): Promise<Answer> {
    const started = performance.now();
    const from = Date.now();
    const answer = await send(address, path, options);
    const tookMs = Math.round(performance.now() - started);
    ledger.requests += 1;
    const name = `${options?.method ?? 'GET'} ${path.replace(/[0-9A-Za-z_-]{20,}/g, '…')}`;
    const isDuring = ({ from: began, to }: Span) => to >= from && began <= Date.now();
    const isInterrupted = interruptions().some(isDuring);
    if (tookMs > ledger.slowestMs) Object.assign(ledger, { slowestMs: tookMs, slowest: name });
    const when = `${Math.round((from - ledger.from) / 1000)} s into the run`;
    if (answer.status === 0 && !answer.timedOut) {
      ledger.unreachable += 1;
      if (!isInterrupted) ledger.improper.push(`${name}: the connection broke while the shop was up`);
    } else if (answer.timedOut || tookMs > PROMISE_MS) {
      ledger.slow.push({ name, tookMs, when, from, to: Date.now() });
    } else if (answer.status >= 500) {
      const key = `${name} ${answer.status}`;
      ledger.refused.set(key, (ledger.refused.get(key) ?? 0) + 1);
      if (answer.status !== 503) ledger.improper.push(`${name}: ${answer.status} ${answer.text.slice(0, 80)}`);
    }
    return answer;
  }
  return {
    get: (path: string, headers?: Fields) => request(path, { headers }),
    postJson: (path: string, body: object, headers: Fields = {}) =>
      request(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }),
    postForm: (path: string, fields: Fields = {}, headers: Fields = {}) =>
      request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  };
}

/** The fields of the control API's answers that the run reads. */
type Data = { readonly id: number; readonly ok?: boolean; readonly reason?: string };

/** A client of the sandbox's control API. It waits until the sandbox is up, as the payer's phone would. */
export function seqrClient(seqr: { readonly address: string }) {
  async function requestUntilAnswered(
    path: string,
    method: string,
    body?: object,
  ): Promise<Answer & { readonly data: Data }> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const options = { method, headers: json, ...(body ? { body: JSON.stringify(body) } : {}) };
      const answer = await send(seqr.address, `/sandbox/api/${path}`, options);
      if (answer.status !== 0 && answer.status < 500) return { ...answer, data: JSON.parse(answer.text) };
      if (Date.now() > deadline) throw new Error(`the sandbox does not answer ${path}: ${answer.status}`);
      await pause(100);
    }
  }
  return {
    fault: (fault: Fault) => requestUntilAnswered('faults', 'POST', fault),
    endFault: (id: number) => requestUntilAnswered(`faults/${id}`, 'DELETE'),
    endFaults: () => requestUntilAnswered('faults', 'DELETE'),
    pay: (reference: string, pin = '1234', more: object = {}) =>
      requestUntilAnswered(`invoices/${reference}/pay`, 'POST', { pin, ...more }),
    payer: (id: string, change: object) => requestUntilAnswered(`payers/${id}`, 'POST', change),
    cancel: (reference: string) => requestUntilAnswered(`invoices/${reference}/cancel`, 'POST'),
    reverse: (reference: string) => requestUntilAnswered(`invoices/${reference}/reverse`, 'POST'),
    invoice: (reference: string) => requestUntilAnswered(`invoices/${reference}`, 'GET'),
    advance: (advanceSeconds: number) => requestUntilAnswered('clock', 'POST', { advanceSeconds }),
    soap: (xml: string) =>
      send(seqr.address, '/soap/merchant/cashregister-2', {
        method: 'POST',
        headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' },
        body: xml,
      }),
  };
}
