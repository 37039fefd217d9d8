import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, test } from 'playwright/test';
import { mark } from './evidence';
import { isRunningShop, needsPrivateSandbox, sandboxKey } from './shop-under-test';

type SandboxInvoice = {
  status: string;
  total: string;
  paid: string | null;
  currency: string;
  ersReference: string | null;
  invoiceQRCode: string;
  backURL: string | null;
  acknowledgedAt: string | null;
  closedBy: string | null;
  receipts: { ersReference: string; mimeType: string; bytes: number }[];
  rows: { description: string | null; total: string }[];
  notifications: { attempts: { httpStatus: number | null }[] }[];
};

export type SoapMessage = {
  operation: string;
  resultCode: number | null;
  note: string | null;
  request: string;
  response: string;
};

const headers = sandboxKey === '' ? {} : { 'X-Sandbox-Key': sandboxKey };

/**
 * What a fault is limited to: an invoice's reference or, before the invoice exists, the slug (or article number) of a
 * product that only this test sells, the shop's number for the invoice, or a terminal.
 */
export type FaultLimits = string | { sku: string } | { clientInvoiceId: string } | { terminalId: string };

/** Each worker has its own payer, so that parallel tests neither spend its money nor block its PIN. */
const ownPayer = `test-${randomUUID().slice(0, 8)}`;

function limitsOf(only: FaultLimits): Record<string, string> {
  return typeof only === 'string' ? { invoiceReference: only } : only;
}

/** Skips the test if the running shop's sandbox is public, because the test sends no key. */
export async function skipIfSandboxIsPublic(request: APIRequestContext): Promise<void> {
  if (!isRunningShop) return;
  const response = await request.get('/sandbox/api/payers');
  test.skip([401, 403].includes(response.status()), needsPrivateSandbox);
}

/** Plays the payer and SEQR's operator through the sandbox's control API. */
export class Sandbox {
  private created: Promise<string | undefined> | undefined;

  constructor(private readonly request: APIRequestContext) {}

  /** This worker's payer, with a full balance. Undefined without the key of a public sandbox. */
  payer(): Promise<string | undefined> {
    this.created ??= this.createPayer();
    return this.created;
  }

  read(reference: string) {
    return this.call<SandboxInvoice>('get', `invoices/${reference}`);
  }

  scan(reference: string) {
    return this.call('post', `invoices/${reference}/scan`);
  }

  async pay(reference: string, pin = '1234') {
    const payer = await this.payer();
    return this.call('post', `invoices/${reference}/pay`, { pin, ...(payer && { payer }) });
  }

  cancel(reference: string) {
    return this.call('post', `invoices/${reference}/cancel`);
  }

  /** Moves one invoice's clock only, so that parallel tests are not affected. */
  advance(reference: string, seconds: number) {
    return this.call('post', 'clock', { advanceSeconds: seconds, invoiceReference: reference });
  }

  /** Starts a fault that affects only one test, until `behave`. Kinds and settings: docs/sandbox.md. */
  misbehave(only: FaultLimits, fault: { kind: string } & Record<string, unknown>) {
    return this.call<{ id: number }>('post', 'faults', { ...fault, ...limitsOf(only) });
  }

  async behave(only: FaultLimits) {
    const query = new URLSearchParams(limitsOf(only));
    const response = await this.request.delete(`/sandbox/api/faults?${query}`, { headers });
    expect(response.ok(), await response.text()).toBe(true);
  }

  /** Returns the SOAP messages about an invoice, oldest first. */
  async messages(invoiceReference: string): Promise<SoapMessage[]> {
    const { messages } = await this.call<{ messages: SoapMessage[] }>(
      'get',
      `messages?limit=500&invoiceReference=${invoiceReference}`,
    );
    return messages.reverse();
  }

  /** Returns the sendInvoice messages for an order. Their notificationUrl contains the order's id. */
  async invoicesSentFor(orderId: string): Promise<SoapMessage[]> {
    const { messages } = await this.call<{ messages: SoapMessage[] }>(
      'get',
      'messages?limit=500&operation=sendInvoice',
    );
    return messages.filter(({ request }) => request.includes(`order=${orderId}`));
  }

  /** Returns the id of the period that was closed last, even if the shop got no answer. */
  async lastPeriodId(): Promise<string> {
    const path = 'messages?limit=1&operation=markTransactionPeriod';
    const { messages } = await this.call<{ messages: SoapMessage[] }>('get', path);
    const [, id] = /closed the period (\d+)/.exec(messages[0]?.note ?? '') ?? [];
    if (!id) throw new Error('The last call of markTransactionPeriod has closed no period.');
    return id;
  }

  private async createPayer(): Promise<string | undefined> {
    const data = { name: 'Kim', reset: true };
    const response = await this.request.post(`/sandbox/api/payers/${ownPayer}`, { headers, data });
    if ([401, 403].includes(response.status())) return undefined;
    expect(response.ok(), await response.text()).toBe(true);
    return ownPayer;
  }

  private async call<Answer = unknown>(method: 'get' | 'post', path: string, data?: object): Promise<Answer> {
    mark(/^invoices\/(\d+)/.exec(path)?.[1] ?? '');
    const response = await this.request[method](`/sandbox/api/${path}`, { headers, ...(data && { data }) });
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return response.json();
  }
}
