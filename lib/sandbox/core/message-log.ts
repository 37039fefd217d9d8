import { log } from '../../log';
import { maskPasswords } from '../../seqr/contract/mask-passwords';
import type { SandboxDatabase } from '../database/client';
import { insertRows } from '../database/insert-rows';

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
 * quarter of a second, but no payment state.
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
    else this.#timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS).unref();
  }

  /**
   * Writes the waiting messages. Resolves once every message added so far is in the database, or is lost because a
   * write failed.
   */
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
