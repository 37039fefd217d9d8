import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '../clock';
import type { SeqrExchange } from '../seqr/exchange-log';
import type { Operation } from '../seqr/operations';
import { type Content, readEnvelope } from '../seqr/read-envelope';
import type { ExchangeView } from './run-view';

/** An exchange with both messages parsed; `requestContent` and `responseContent` are {} if a message cannot be parsed. */
export type Exchange = SeqrExchange & {
  readonly requestContent: Content;
  readonly responseContent: Content;
  readonly resultCode: string | null;
};

const POLL_MS = 20;
const MAX_SHOWN_LENGTH = 20_000;

/** Records every exchange with SEQR during a run. The tests judge the shop by these messages and by its orders. */
export class Wire {
  readonly all: Exchange[] = [];

  note(exchange: SeqrExchange): void {
    const responseContent = childOf(contentOf(exchange.response), 'return');
    const code = textAt(responseContent, 'resultCode');
    this.all.push({ ...exchange, requestContent: contentOf(exchange.request), responseContent, resultCode: code });
  }

  /** Matching exchanges in the order of their answers. */
  of(operation: Operation, where: Record<string, string | undefined> = {}): Exchange[] {
    return this.all.filter(
      (exchange) =>
        exchange.operation === operation &&
        Object.entries(where).every(([name, value]) => textAt(exchange.requestContent, name) === value),
    );
  }
}

/** Polls `find` until it returns something. Undefined after a timeout. */
export async function until<T>(find: () => T | undefined | Promise<T | undefined>, ms: number): Promise<T | undefined> {
  const end = monotonicMs() + ms;
  for (;;) {
    const found = await find();
    if (found !== undefined || monotonicMs() > end) return found;
    await pause(POLL_MS);
  }
}

/** Truncates messages, because a service may answer with megabytes and each run stores all messages. */
export function viewExchange({ operation, at, ms, resultCode, request, response }: Exchange): ExchangeView {
  return {
    operation,
    at: at.toISOString(),
    ms,
    resultCode,
    request: cut(request),
    response: response && cut(response),
  };
}

function cut(xml: string): string {
  return xml.length > MAX_SHOWN_LENGTH ? `${xml.slice(0, MAX_SHOWN_LENGTH)}…` : xml;
}

function contentOf(xml: string | null): Content {
  if (xml === null) return {};
  try {
    const envelope = readEnvelope(xml);
    return envelope.fault ? {} : envelope.content;
  } catch {
    return {};
  }
}

export function childOf(content: Content | undefined, ...path: string[]): Content {
  return path.reduce<Content>((at, name) => {
    const child = typeof at === 'string' ? undefined : at[name];
    return (Array.isArray(child) ? child[0] : child) ?? {};
  }, content ?? {});
}

/** The text of an element, or null. */
export function textAt(content: Content | undefined, ...path: string[]): string | null {
  const found = childOf(content, ...path);
  return typeof found === 'string' ? found : null;
}

export function listAt(content: Content | undefined, ...path: string[]): Content[] {
  const name = path.at(-1) ?? '';
  const parent = childOf(content, ...path.slice(0, -1));
  const found = typeof parent === 'string' ? undefined : parent[name];
  return found === undefined ? [] : [found].flat();
}
