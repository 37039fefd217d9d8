import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isKeyOf } from '../lib/keys-of';
import { test as base } from './fixtures';

type Status = Record<string, unknown>;

/** The answers of `/status/<name>`, which do not change. Each state of the view has one such address. */
export const fixedStatuses: Record<string, Behaviour> = {
  waiting: { status: 'ISSUED', expiresAt: new Date(Date.now() + 570_000).toISOString() },
  scanned: { status: 'ISSUED', scanned: true },
  reserved: { status: 'RESERVED' },
  paid: { status: 'PAID', ersReference: '2015102910184861801032678' },
  canceled: { status: 'CANCELED' },
  failed: { status: 'FAILED' },
  expired: { status: 'EXPIRED' },
  offline: 'error',
  gone: 'missing',
};

/** How the status address answers: with a status, with an error, with a page of HTML, or never. */
export type Behaviour = Status | 'error' | 'missing' | 'html' | 'silent';

/** Encodes parameters as in the address of a tag. */
function toHash(parameters: Record<string, string>): string {
  return Object.entries(parameters)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&amp;');
}

/** A merchant's server, and SEQR's server with the script on another origin. */
export class MerchantAndSeqr {
  behaviour: Behaviour = { status: 'ISSUED' };
  /** Whether the status answers contain the address of a stream, `…/events`. */
  hasStream = false;
  queryCount = 0;
  /** The delay of status answers, in milliseconds. */
  delay = 0;
  /** The largest number of status queries that were open at the same time. */
  mostAtOnce = 0;
  private open = 0;
  /** The paths requested from either server. */
  readonly requests: string[] = [];
  readonly streams = new Set<ServerResponse>();
  /** The answer of sendInvoice.php. `invoices` lists what it received. */
  sendInvoice: object = { resultCode: 90, resultDescription: 'SYSTEM_ERROR' };
  readonly invoices: unknown[] = [];
  private html = '';
  private headers: Record<string, string> = {};
  private readonly servers: Server[] = [];

  async start(): Promise<this> {
    for (const _ of ['merchant', 'seqr']) {
      const server = createServer((request, response) => void this.answer(request, response));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      this.servers.push(server);
    }
    return this;
  }

  get merchant(): string {
    return `http://127.0.0.1:${this.port(0)}`;
  }

  /** SEQR's server has another host name, `localhost`, so that the browser treats it as another site. */
  get seqr(): string {
    return `http://localhost:${this.port(1)}`;
  }

  get script(): string {
    return `${this.seqr}/seqr-webshop-plugin/js/seqrShop.js`;
  }

  /** Serves a page at `/pay` with the tag and these parameters. */
  serve(parameters: Record<string, string>, { before = '', after = '', headers = {}, body = '' } = {}): string {
    return this.servePage(`${before}<main>${this.tag(parameters, body)}</main>${after}`, headers);
  }

  /** Returns the script tag as a merchant copies it. */
  tag(parameters: Record<string, string>, body = ''): string {
    return `<script id="seqrShop" src="${this.script}#!${toHash(parameters)}">${body}</script>`;
  }

  servePage(body: string, headers: Record<string, string> = {}): string {
    this.html = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Shop</title>${body}`;
    this.headers = headers;
    return `${this.merchant}/pay`;
  }

  changeStatus(status: Status): void {
    this.behaviour = status;
    for (const stream of this.streams) stream.write(`data: ${JSON.stringify(status)}\n\n`);
  }

  async stop(): Promise<void> {
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  private port(index: number): number {
    const address = this.servers[index]?.address();
    return typeof address === 'object' ? (address?.port ?? 0) : 0;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.merchant);
    this.requests.push(pathname);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Date');
    if (pathname.startsWith('/seqr-webshop-plugin/')) return this.sendFile(pathname, response);
    if (pathname.endsWith('/events')) return this.stream(response);
    if (pathname.endsWith('/sendInvoice.php')) return this.takeInvoice(request, response);
    if (pathname.startsWith('/status') || pathname.includes('/seqr-webshop-api/'))
      return this.sendStatus(pathname, response);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    for (const [name, value] of Object.entries(this.headers)) response.setHeader(name, value);
    response.end(pathname === '/pay' ? this.html : '<!doctype html><title>Elsewhere</title>');
  }

  private async sendFile(pathname: string, response: ServerResponse): Promise<void> {
    const types = { js: 'text/javascript', mjs: 'text/javascript', json: 'application/json', css: 'text/css' };
    const extension = pathname.split('.').at(-1) ?? '';
    try {
      const file = await readFile(new URL(`../public${pathname}`, import.meta.url));
      if (!isKeyOf(types, extension)) throw new Error(`there is no content type for ${pathname}`);
      response.setHeader('Content-Type', types[extension]).end(file);
    } catch {
      response.writeHead(404).end();
    }
  }

  private async sendStatus(pathname: string, response: ServerResponse): Promise<void> {
    this.queryCount++;
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.open);
    response.on('close', () => this.open--);
    if (this.delay) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const behaviour = fixedStatuses[pathname.split('/')[2] ?? ''] ?? this.behaviour;
    if (behaviour === 'silent') return;
    if (behaviour === 'error') response.writeHead(500).end('no');
    else if (behaviour === 'missing') response.writeHead(404).end();
    else if (behaviour === 'html') response.end('<h1>Welcome</h1>');
    else {
      const stream = this.hasStream && { events: `${pathname}/events` };
      response.end(JSON.stringify({ resultCode: 0, version: 0, ...stream, ...behaviour }));
    }
  }

  private async takeInvoice(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const piece of request) body += piece;
    this.invoices.push(JSON.parse(body));
    response.end(JSON.stringify(this.sendInvoice));
  }

  private stream(response: ServerResponse): void {
    if (!this.hasStream) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    this.streams.add(response);
    response.on('close', () => this.streams.delete(response));
    response.write(`data: ${JSON.stringify(this.behaviour)}\n\n`);
  }
}

export const test = base.extend<{ site: MerchantAndSeqr }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires the pattern
  site: async ({}, use) => {
    const site = await new MerchantAndSeqr().start();
    await use(site);
    await site.stop();
  },
});

export { expect } from './fixtures';
