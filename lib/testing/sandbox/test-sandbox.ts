// For tests only: opens a sandbox with its own temporary file, and sends SOAP calls as a merchant's program does.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLIENT_ADDRESS_HEADER } from '../../http/client-address';
import { createSandbox, type RunningSandbox, type SandboxOptions } from '../../sandbox/boot/create-sandbox';
import { finishDueWork } from '../../sandbox/boot/due-work';
import { advanceClocks, type ClockScope } from '../../sandbox/core/clock';
import { payInvoice } from '../../sandbox/payers/pay-invoice';
import { checkAnswer } from '../../sandbox/soap/check-answer';
import { handleSoap } from '../../sandbox/soap/handle-soap';
import { migrate } from '../../sqlite/migrate';
import { parseXml, type XmlElement } from '../../xml/parse-xml';

export interface TestSandbox {
  sandbox: RunningSandbox;
  /** Calls an operation, with the published terminal's credentials unless `context` is given, from `address`. */
  call(operation: string, fields?: string, context?: string, address?: string): Promise<TestAnswer>;
  /** Sends an invoice of 100.00 SEK with NO_ACKNOWLEDGMENT and the given fields; returns its reference. */
  sendInvoice(fields?: string): Promise<string>;
  status(reference: string): Promise<TestAnswer>;
  /** Sends an invoice, pays it and queries its status. Returns the references of the invoice and of the payment. */
  buy(value?: string, fields?: string, context?: string): Promise<{ reference: string; ersReference: string }>;
  /** Registers a terminal of the published reseller and returns the context that its calls send. */
  registerTerminal(): Promise<{ id: string; context: string }>;
  /** Advances a clock and runs due work, like the control API. */
  advance(seconds: number, scope?: ClockScope): Promise<void>;
  /** Closes the sandbox and reopens its file, like a restart of the server. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface TestAnswer {
  code: number;
  description: string;
  /** The text of a field by its path below `return`: `receipt/paymentReference`. */
  get(path: string): string | undefined;
  /** The answer's field names, in order. */
  names: string[];
  xml: string;
}

let template: Promise<Buffer> | undefined;

/** Creates a migrated and seeded file, once per process. Each sandbox copies it, which is much faster. */
async function makeTemplate(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'seqr-sandbox-'));
  const path = join(folder, 'sandbox.db');
  migrate(`file:${path}`, 'prisma/sandbox/migrations');
  await (await createSandbox({ databaseUrl: `file:${path}`, qrBase: '' })).close();
  const file = readFileSync(path);
  rmSync(folder, { recursive: true, force: true });
  return file;
}

export async function openTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'seqr-sandbox-'));
  const path = join(folder, 'sandbox.db');
  const databaseUrl = `file:${path}`;
  template ??= makeTemplate();
  writeFileSync(path, await template);
  const open = () => createSandbox({ databaseUrl, qrBase: 'HTTP://SEQR.SE', ...options });
  const test: TestSandbox = {
    sandbox: await open(),
    call: async (operation, fields = '', context = terminalContext(), address = '192.0.2.1') => {
      const message = envelope(`<ext:${operation}>${context}${fields}</ext:${operation}>`);
      return readAnswer(await post(test.sandbox, message, { [CLIENT_ADDRESS_HEADER]: address }));
    },
    sendInvoice: async (fields = '') => {
      const answer = await test.call('sendInvoice', invoiceOf('100.00', fields));
      return answer.get('invoiceReference') ?? `refused with ${answer.code}`;
    },
    status: (reference) => test.call('getPaymentStatus', `<invoiceReference>${reference}</invoiceReference>`),
    buy: async (value = '100.00', fields = '', context = terminalContext()) => {
      const sent = await test.call('sendInvoice', invoiceOf(value, fields), context);
      const reference = sent.get('invoiceReference') ?? '';
      await payInvoice(test.sandbox, reference, '1234');
      const named = `<invoiceReference>${reference}</invoiceReference>`;
      const status = await test.call('getPaymentStatus', named, context);
      return { reference, ersReference: status.get('ersReference') ?? `not paid: ${status.get('status')}` };
    },
    registerTerminal: async () => {
      const answer = await test.call('registerTerminal', '<password>till-1</password>', resellerContext());
      const id = answer.get('terminalId') ?? `refused with ${answer.code}`;
      return { id, context: terminalContext(id, 'till-1') };
    },
    advance: async (seconds, scope = {}) => {
      if (!(await advanceClocks(test.sandbox, scope, seconds))) throw new Error('there is no such clock');
      await finishDueWork(test.sandbox, scope.invoiceReference);
    },
    restart: async () => {
      await test.sandbox.close();
      test.sandbox = await open();
    },
    close: async () => {
      await test.sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return test;
}

export function envelope(body: string): string {
  return (
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ` +
    `xmlns:ext="http://external.interfaces.ers.seamless.com/"><soapenv:Header/><soapenv:Body>${body}</soapenv:Body>` +
    `</soapenv:Envelope>`
  );
}

export function terminalContext(id = 'public_test_shop_terminal', password = '12345678'): string {
  return context(`<id>${id}</id><type>TERMINALID</type>`, password);
}

export function resellerContext(id = 'public_test_shop', userId = '9900', password = '1234'): string {
  return context(`<id>${id}</id><type>RESELLERUSER</type><userId>${userId}</userId>`, password);
}

export function context(principal: string, password: string): string {
  return (
    `<context><channel>extWS</channel><clientRequestTimeout>0</clientRequestTimeout>` +
    `<initiatorPrincipalId>${principal}</initiatorPrincipalId><password>${password}</password></context>`
  );
}

export function amount(name: string, value: string, currency = 'SEK'): string {
  return `<${name}><currency>${currency}</currency><value>${value}</value></${name}>`;
}

/** Returns an `invoice` element that needs no acknowledgment, unless `fields` contain another mode. */
export function invoiceOf(value: string, fields = '', currency = 'SEK'): string {
  const named = fields.includes('<acknowledgmentMode>');
  const mode = named ? '' : '<acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode>';
  return `<invoice>${mode}${amount('totalAmount', value, currency)}${fields}</invoice>`;
}

export function post(sandbox: RunningSandbox, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const address = 'http://localhost/soap/merchant/cashregister-2';
  const request = new Request(address, {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml; charset=utf-8', ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
  return handleSoap(request, sandbox);
}

/** Reads an answer after validating it against the contract. */
export async function readAnswer(response: Response): Promise<TestAnswer> {
  const xml = await response.text();
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${xml}`);
  const wrapper = parseXml(xml).children[0]?.children[0];
  if (!wrapper) throw new Error(`the answer is empty: ${xml}`);
  checkAnswer(wrapper);
  const result = wrapper.children[0];
  const get = (path: string) =>
    path
      .split('/')
      .reduce<XmlElement | undefined>((element, name) => element?.children.find((field) => field.name === name), result)
      ?.text;
  return {
    code: Number(get('resultCode')),
    description: get('resultDescription') ?? '',
    get,
    names: result?.children.map(({ name }) => name) ?? [],
    xml,
  };
}
