import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRequestContext, BrowserContext, TestInfo } from 'playwright/test';
import { root } from '../scripts/shared/run.mjs';
import { testFolder } from '../scripts/shared/test-environment.mjs';
import { isRunningShop, sandboxKey } from './shop-under-test';

// The evidence that is attached to a failed test: the SEQR messages of its own invoices, and the server's log lines from the
// time of the test. Each test notes its ids while it runs; nothing is read if it passes.

type Message = {
  id: number;
  at: string;
  operation: string | null;
  invoiceReference: string | null;
  httpStatus: number;
  resultCode: number | null;
  request: string;
  response: string;
};

const PAGE = 500;
/** Enough pages for the messages of a test and of the tests that run concurrently. */
const MAX_PAGES = 10;
/** How far the clock of a remote shop may differ. */
const CLOCKS_DIFFER_MS = 60_000;
const MAX_LOG_BYTES = 1_000_000;

/** The ids of orders, invoice references and article numbers of the running test; a worker runs one test at a time. */
const marks = new Set<string>();

/** Notes an order's id, an invoice reference or an article number, so that messages with it belong to this test. */
export function mark(...words: string[]): void {
  // An order without an invoice has an empty reference.
  for (const word of words) if (word) marks.add(word);
}

/** Notes the orders and invoices whose pages the context opens. */
export function markPages(context: BrowserContext): void {
  context.on('page', (page) =>
    page.on('framenavigated', (frame) => {
      const found = /\/orders\/([\w-]{22})|\/(?:r|sandbox\/app\/)(\d{6,20})/i.exec(frame.url());
      mark(...[found?.[1], found?.[2]].filter((word) => word !== undefined));
    }),
  );
}

export class Evidence {
  private readonly started = Date.now();
  private readonly logFile: string | null;
  private readonly logStart: number;

  constructor(baseURL: string) {
    marks.clear();
    this.logFile = isRunningShop ? null : join(root, testFolder(new URL(baseURL).port), 'server.log');
    this.logStart = this.logFile && existsSync(this.logFile) ? statSync(this.logFile).size : 0;
  }

  /** The server's last megabyte of log lines since the test started, including those of concurrent tests. */
  log(): string {
    if (!this.logFile || !existsSync(this.logFile)) return '';
    return readFileSync(this.logFile).subarray(this.logStart).subarray(-MAX_LOG_BYTES).toString('utf8');
  }

  /** The SEQR messages of this test's invoices, oldest first. */
  async messages(request: APIRequestContext): Promise<string> {
    const all = await this.listMessages(request);
    // The shop's number and the order's id are only in the first message of an invoice.
    mark(...all.filter(isOwn).flatMap(({ invoiceReference }) => invoiceReference ?? []));
    return all.filter(isOwn).reverse().map(format).join('\n\n');
  }

  /** Attaches messages and log lines to the test. */
  async attach(request: APIRequestContext, info: TestInfo): Promise<void> {
    const messages = await this.messages(request).catch((error) => `The sandbox did not list its messages. ${error}`);
    const files = { 'seqr-messages.txt': messages, 'server-log.txt': this.log() };
    for (const [name, content] of Object.entries(files)) {
      if (content === '') continue;
      const path = info.outputPath(name);
      writeFileSync(path, content);
      await info.attach(name, { path, contentType: 'text/plain' });
    }
  }

  private async listMessages(request: APIRequestContext): Promise<Message[]> {
    const headers = sandboxKey === '' ? {} : { 'X-Sandbox-Key': sandboxKey };
    const found: Message[] = [];
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const before = found.at(-1)?.id;
      const query = `limit=${PAGE}${before === undefined ? '' : `&before=${before}`}`;
      const response = await request.get(`/sandbox/api/messages?${query}`, { headers });
      if (!response.ok()) throw new Error(`It answered ${response.status()}.`);
      const { messages }: { messages: Message[] } = await response.json();
      found.push(...messages.filter(({ at }) => Date.parse(at) >= this.started - CLOCKS_DIFFER_MS));
      if (messages.length < PAGE || found.at(-1)?.id !== messages.at(-1)?.id) break;
    }
    return found;
  }
}

function isOwn({ invoiceReference, request }: Message): boolean {
  return [...marks].some((word) => word === invoiceReference || request.includes(word));
}

function format({ at, operation, invoiceReference, httpStatus, resultCode, request, response }: Message): string {
  const result = resultCode === null ? '' : `, result ${resultCode}`;
  const invoice = invoiceReference === null ? '' : ` of invoice ${invoiceReference}`;
  return `=== ${at} ${operation ?? 'unknown operation'}${invoice}: HTTP ${httpStatus}${result}\n${request}\n\n${response}`;
}
