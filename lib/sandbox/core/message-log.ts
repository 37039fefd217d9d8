import { log } from '../../log';
import { maskPasswords } from '../../seqr/contract/mask-passwords';
import type { SandboxDatabase, Tx } from '../database/client';
import { insertRows } from '../database/insert-rows';
import { hideCredentials } from './hide-credentials';

export interface SoapMessage {
  at: Date;
  operation: string | null;
  terminalId: string | null;
  invoiceReference: string | null;
  clientInvoiceId: string | null;
  httpStatus: number;
  resultCode: number | null;
  /** The reason for a refusal in words; the answer itself contains only a code. */
  note: string | null;
  milliseconds: number;
  request: string;
  response: string;
}

const FLUSH_AFTER_MS = 250;
const FLUSH_AT = 200;
const MAX_MESSAGE_LENGTH = 20_000;
/** Operation, terminal and invoice come from the caller and may be as long as the request. */
const MAX_NAME_LENGTH = 200;
const MAX_NOTE_LENGTH = 500;

/**
 * The SOAP messages, for inspection. They are written in batches after the calls. A crash may lose those of the last
 * quarter of a second, but no payment state. Other writes that may be lost in a crash can join the batch.
 */
export class MessageLog {
  readonly #db: SandboxDatabase;
  readonly #kept: number;
  #waiting: SoapMessage[] = [];
  #joined: Joined[] = [];
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> = Promise.resolve();

  constructor(db: SandboxDatabase, kept: number) {
    this.#db = db;
    this.#kept = kept;
  }

  add(message: SoapMessage): void {
    const { operation, terminalId, invoiceReference, clientInvoiceId, note, request, response } = message;
    this.#waiting.push({
      ...message,
      operation: operation && cut(operation, MAX_NAME_LENGTH),
      terminalId: terminalId && cut(terminalId, MAX_NAME_LENGTH),
      invoiceReference: invoiceReference && cut(invoiceReference, MAX_NAME_LENGTH),
      clientInvoiceId: clientInvoiceId && cut(clientInvoiceId, MAX_NAME_LENGTH),
      note: note && cut(note, MAX_NOTE_LENGTH),
      request: cut(request, MAX_MESSAGE_LENGTH),
      response: cut(response, MAX_MESSAGE_LENGTH),
    });
    if (this.#waiting.length >= FLUSH_AT) void this.flush();
    else this.#schedule();
  }

  /** Runs a write in the transaction of the next batch. Resolves once it is committed. */
  join(write: (tx: Tx) => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#joined.push({ write, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS).unref();
  }

  /**
   * Writes the waiting messages and what has joined them. Resolves once every message added so far is in the database,
   * or is lost because a write failed.
   */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    const joined = this.#joined;
    this.#waiting = [];
    this.#joined = [];
    if (batch.length + joined.length > 0) this.#flushing = this.#flushing.then(() => this.#write(batch, joined));
    return this.#flushing;
  }

  async #write(batch: readonly SoapMessage[], joined: readonly Joined[]): Promise<void> {
    const rows = batch.map((message) => ({
      ...message,
      request: hideCredentials(maskPasswords(message.request)),
      response: hideCredentials(maskPasswords(message.response)),
    }));
    try {
      await this.#db.write(async (tx) => {
        for (const { write } of joined) await write(tx);
        if (rows.length === 0) return;
        await insertRows(tx, 'Message', rows);
        await tx.$executeRawUnsafe(PRUNE, this.#kept);
      });
      for (const { resolve } of joined) resolve();
    } catch (error) {
      if (joined.length === 0) return log.error({ err: error }, 'sandbox: the message log could not be written');
      for (const { write, resolve, reject } of joined) await this.#db.write(write).then(resolve, reject);
      if (batch.length > 0) await this.#write(batch, []);
    }
  }
}

type Joined = {
  readonly write: (tx: Tx) => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

const PRUNE = `DELETE FROM "Message" WHERE "id" <= (SELECT max("id") FROM "Message") - ?`;

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length - longest} more characters)` : text;
}
