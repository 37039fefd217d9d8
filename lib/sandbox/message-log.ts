import { log } from '../log';
import { maskPasswords } from '../seqr/contract/mask-passwords';
import type { SandboxDatabase } from './database/client';
import { insertRows } from './database/insert-rows';

export interface SoapMessage {
  at: Date;
  operation: string | null;
  terminalId: string | null;
  invoiceReference: string | null;
  httpStatus: number;
  resultCode: number | null;
  /** Why it was refused, in words: the answer itself has room for a code only. */
  note: string | null;
  milliseconds: number;
  request: string;
  response: string;
}

const FLUSH_AFTER_MS = 250;
const FLUSH_AT = 200;
const LONGEST = 20_000;
/** A stranger names operation, terminal and invoice in as many characters as a request can have. */
const LONGEST_NAME = 200;
const LONGEST_NOTE = 500;

/**
 * The SOAP messages, for people to look at. Lines are written in batches, off the path of the calls, so a crash may
 * lose the last quarter of a second of them; of the state of payments it loses nothing.
 */
export class MessageLog {
  readonly #db: SandboxDatabase;
  readonly #kept: number;
  #waiting: SoapMessage[] = [];
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();

  constructor(db: SandboxDatabase, kept: number) {
    this.#db = db;
    this.#kept = kept;
  }

  add(message: SoapMessage): void {
    const { operation, terminalId, invoiceReference, note, request, response } = message;
    this.#waiting.push({
      ...message,
      operation: operation && cut(operation, LONGEST_NAME),
      terminalId: terminalId && cut(terminalId, LONGEST_NAME),
      invoiceReference: invoiceReference && cut(invoiceReference, LONGEST_NAME),
      note: note && cut(note, LONGEST_NOTE),
      request: cut(request, LONGEST),
      response: cut(response, LONGEST),
    });
    if (this.#waiting.length >= FLUSH_AT) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS).unref();
  }

  /** Writes what waits; afterwards the database holds every message added before. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length > 0) this.#flushing = this.#flushing.then(() => this.#write(batch));
    return this.#flushing;
  }

  async #write(batch: SoapMessage[]): Promise<void> {
    const rows = batch.map((message) => ({
      ...message,
      request: maskPasswords(message.request),
      response: maskPasswords(message.response),
    }));
    try {
      await this.#db.write(async (tx) => {
        await insertRows(tx, 'Message', rows);
        await tx.$executeRawUnsafe(PRUNE, this.#kept);
      });
    } catch (error) {
      log.error({ err: error }, 'sandbox: the message log could not be written');
    }
  }
}

const PRUNE = `DELETE FROM "Message" WHERE "id" <= (SELECT max("id") FROM "Message") - ?`;

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length - longest} more characters)` : text;
}
