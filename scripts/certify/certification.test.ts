import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as notify } from '../../app/api/seqr/notifications/route';
import type { Limits } from '../../lib/certification/check';
import { allTests } from '../../lib/certification/checks/all-checks';
import { requiredFieldTests } from '../../lib/certification/checks/required-fields';
import { sandboxPayer } from '../../lib/certification/payer';
import type { RunKind, RunView } from '../../lib/certification/run-view';
import { certify } from '../../lib/certification/runs/certify';
import type { Tamper } from '../../lib/certification/runs/probe';
import { type Shop, shopUnderTest } from '../../lib/certification/shop';
import { db } from '../../lib/db/client';
import { money } from '../../lib/money';
import { movePayment } from '../../lib/payments/move-payment';
import { noteNotifications } from '../../lib/payments/schedule';
import { forgetGlobal } from '../../lib/process-global';
import { startSandboxProcess } from '../../lib/sandbox/standalone/start-process';
import { seqr } from '../../lib/seqr/from-config';
import { signedIn } from '../../lib/testing/admin-session';
import { bundle } from '../../lib/testing/bundle';
import { configure } from '../../lib/testing/configure';
import { addProducts, openShopDatabase } from '../../lib/testing/shop-database';

let closeDatabase: () => Promise<void>;
let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>;
const folder = mkdtempSync(join(tmpdir(), 'certification-'));

beforeAll(async () => {
  closeDatabase = await openShopDatabase();
  sandbox = await startSandboxProcess(folder, [await bundle('lib/sandbox/standalone/serve.ts')]);
  await addProducts([
    { slug: 'mug', price: 149_00, vatRate: 25_00, stock: 1000 },
    { slug: 'jam', price: 56_50, vatRate: 12_00, stock: 1000 },
    { slug: 'book', price: 219_00, vatRate: 6_00, stock: 1000 },
  ]);
}, 60_000);
afterAll(async () => {
  seqr().close();
  await sandbox.stop();
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

const soapPath = '/soap/merchant/cashregister-2?wsdl';

type Broken = {
  wsdlUrl?: string;
  shop?: (shop: Shop) => Partial<Shop>;
  tamper?: Tamper;
  limits?: Partial<Limits>;
  kind?: RunKind;
  tests?: readonly string[];
};

async function run({
  wsdlUrl,
  shop: breakShop,
  tamper,
  limits,
  kind = 'webshop',
  tests,
}: Broken = {}): Promise<RunView> {
  configure({ SEQR_WSDL_URL: wsdlUrl ?? sandbox.origin + soapPath });
  for (const loop of ['watcher', 'outbox']) forgetGlobal(loop);
  await noteNotifications(false);
  const shop = shopUnderTest(signedIn(), notify);
  return certify({
    id: randomUUID(),
    kind,
    actor: 'Test',
    shop: { ...shop, ...breakShop?.(shop) },
    payer: sandboxPayer(sandbox.origin, undefined),
    listenOn: { host: '127.0.0.1', port: 0 },
    limits: { patienceSeconds: 3, ...limits },
    ...(tamper ? { tamper } : {}),
    ...(tests ? { tests: allTests(kind).filter(({ id }) => tests.includes(id)) } : {}),
    onChange: () => {},
  });
}

const requiredFieldIds = requiredFieldTests.map(({ id }) => id);
const verdictsOf = ({ tests }: RunView) => tests.map(({ id, verdict }) => `${id} ${verdict}`);
const failuresOf = ({ tests }: RunView) =>
  tests.filter(({ verdict }) => verdict === 'failed').map(({ id, sentence }) => `${id} ${sentence}`);

describe.each(['webshop', 'pos'] as const)('a good integration (%s)', (kind) => {
  it('passes every test, and its messages are recorded without passwords', async () => {
    const result = await run({ kind });
    expect(failuresOf(result)).toEqual([]);
    expect(verdictsOf(result).filter((line) => !line.endsWith(' passed'))).toEqual([]);
    expect(result.state).toBe('passed');
    const operations = new Set(result.tests.flatMap(({ exchanges }) => exchanges.map(({ operation }) => operation)));
    const common = ['sendInvoice', 'getPaymentStatus', 'submitPaymentReceipt', 'cancelInvoice', 'refundPayment'];
    const tills = ['registerTerminal', 'assignSeqrId', 'unregisterTerminal'];
    const wanted = [...common, 'markTransactionPeriod', 'executeReport', ...(kind === 'pos' ? tills : [])];
    expect([...operations].sort()).toEqual(wanted.sort());
    const text = JSON.stringify(result);
    expect(text).toContain('<password>***</password>');
    expect(text).not.toMatch(/12345678|>1234</);
  }, 60_000);
});

const oneKronaMore: Tamper = (client) => {
  const send = client.sendInvoice;
  client.sendInvoice = ({ invoice, ...more }, as) => {
    const { amount, currency } = invoice.totalAmount ?? money(0, 'SEK');
    return send({ ...more, invoice: { ...invoice, totalAmount: money(amount + 100, currency) } }, as);
  };
};

const withoutQuantity: Tamper = (client) => {
  const send = client.sendInvoice;
  client.sendInvoice = ({ invoice, ...more }, as) => {
    const invoiceRows = invoice.invoiceRows?.map(({ itemQuantity: _, ...row }) => row);
    return send({ ...more, invoice: { ...invoice, ...(invoiceRows ? { invoiceRows } : {}) } }, as);
  };
};

/** Sends the invoice without the field, or with another value. */
const changing =
  (name: string, value?: unknown): Tamper =>
  (client) => {
    const send = client.sendInvoice;
    client.sendInvoice = ({ invoice, ...more }, as) => send({ ...more, invoice: { ...invoice, [name]: value } }, as);
  };

const otherAddresses: Tamper = (client) => {
  const send = client.sendInvoice;
  client.sendInvoice = ({ invoice, ...more }, as) => send({ ...more, invoice: { ...invoice, backURL: '/orders' } }, as);
};

const alwaysVersionZero: Tamper = (client) => {
  const ask = client.getPaymentStatus;
  client.getPaymentStatus = (fields, as) => ask({ ...fields, invoiceVersion: 0 }, as);
};

const noReceipt: Tamper = (client) => {
  client.submitPaymentReceipt = async () => ({ ersReference: undefined });
};

const incompleteReceipt: Tamper = (client) => {
  const submit = client.submitPaymentReceipt;
  client.submitPaymentReceipt = ({ ersReference }, as) => {
    const receiptData = Buffer.from('<p>Thank you!</p>');
    return submit({ ersReference, receiptDocument: { mimeType: 'text/html', receiptData, receiptType: 'OTHER' } }, as);
  };
};

/** A shop that loses the invoiceReference which SEQR returned. */
const losingReferences = (shop: Shop): Partial<Shop> => ({
  placeOrder: async (...choices) => {
    const placed = await shop.placeOrder(...choices);
    return placed.ok ? { ...placed, order: { ...placed.order, invoiceReference: null } } : placed;
  },
  getOrder: async (id) => {
    const order = await shop.getOrder(id);
    return order?.payment ? { ...order, payment: { ...order.payment, invoiceReference: null } } : order;
  },
});

/** A shop that ignores notifications and never polls SEQR on its own. */
const sleeping = (shop: Shop): Partial<Shop> => ({
  notify: async () => new Response(null, { status: 204 }),
  startBackground: () => ({ stop: async () => {} }),
  checkPayment: async (paymentId) => {
    const { paidAt } = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
    return paidAt === null ? shop.checkPayment(paymentId) : 'answered';
  },
});

const trusting = (shop: Shop): Partial<Shop> => ({
  notify: async (request) => {
    const form = new URLSearchParams(await request.clone().text());
    const [invoiceReference, ersReference] = [form.get('invoiceReference'), form.get('ersReference')];
    if (form.get('status') !== 'PAID') return shop.notify(request);
    const payment = await db().read.payment.findUniqueOrThrow({ where: { invoiceReference: invoiceReference ?? '' } });
    await db().write(async (tx) => {
      const data = { ersReference, paidAt: new Date() };
      await movePayment(tx, { id: payment.id, from: 'ISSUED', to: 'PAID', source: 'notification', data });
      await tx.order.update({ where: { id: payment.orderId }, data: { state: 'PAID' } });
    });
    return new Response(null, { status: 204 });
  },
});

const refusingRepeats = (shop: Shop): Partial<Shop> => {
  const seen = new Set<string>();
  return {
    notify: async (request) => {
      const text = await request.clone().text();
      if (seen.has(text)) return new Response('again?', { status: 409 });
      seen.add(text);
      return shop.notify(request);
    },
  };
};

const refundingFreely = (shop: Shop): Partial<Shop> => ({
  refund: async (request) => {
    const result = await shop.refund(request);
    if (result.ok) return result;
    const { ersReference } = await db().read.payment.findUniqueOrThrow({ where: { id: request.paymentId ?? '' } });
    await seqr()
      .refundPayment({ ersReference: ersReference ?? '', invoice: { totalAmount: request.amount } })
      .catch(() => {});
    return result;
  },
});

const refundingTwice = (shop: Shop): Partial<Shop> => ({
  refund: (request) => shop.refund({ ...request, key: randomUUID() }),
});

const forgettingToCancel = (): Partial<Shop> => ({ cancel: async () => 'closed' });

const believingBackUrl = (shop: Shop): Partial<Shop> => ({
  openReceiptPage: async (id) => {
    const order = await shop.openReceiptPage(id);
    return order?.payment?.state === 'CANCELED' ? { ...order, state: 'PAID' } : order;
  },
});

const forgetfulLedger = (shop: Shop): Partial<Shop> => ({
  closeDay: async (...how) => {
    const closing = await shop.closeDay(...how);
    const { periodId } = closing;
    await db().write((tx) => tx.periodLine.deleteMany({ where: { periodId, outcome: 'MATCHED' } }));
    return closing;
  },
});

const noPeriod = (): Partial<Shop> => ({ closeDay: async () => ({ ok: true, periodId: 'none', isNew: true }) });

describe('a shop whose required field is missing or invalid', () => {
  it.each<[field: string, tamper: Tamper, testId: string, send: RegExp]>([
    ['paymentMode', changing('paymentMode'), '1.6', /send it as IMMEDIATE_DEBIT\.$/],
    ['acknowledgmentMode', changing('acknowledgmentMode'), '1.7', /send it as NO_ACKNOWLEDGMENT; without it/],
    ['acknowledgmentMode', changing('acknowledgmentMode', 'REQUIRE_ACKNOWLEDGMENT'), '1.7', /NO_ACKNOWLEDGMENT/],
    ['issueDate', changing('issueDate'), '1.8', /date and time, such as 2026-/],
    ['title', changing('title'), '1.9', /heading of the payer’s bill/],
    ['title', changing('title', ' '), '1.9', /heading of the payer’s bill/],
    ['clientInvoiceId', changing('clientInvoiceId'), '1.10', /your own number/],
    ['totalAmount', changing('totalAmount'), '1.11', /the currency and the value/],
    ['cashierId', changing('cashierId'), '1.12', /cashier or of the webshop/],
    ['footer', changing('footer'), '1.13', /last line of the payer’s bill/],
    ['itemQuantity', withoutQuantity, '1.14', /in each row, as the number of units, 1 or more/],
  ])(
    'fails the test for %s, and is told what to send',
    async (field, tamper, testId, send) => {
      const result = await run({ tamper, tests: ['1.1', ...requiredFieldIds] });
      const failures = failuresOf(result).filter((line) => !line.startsWith('1.1 '));
      expect(failures).toEqual([
        expect.stringMatching(`^${testId} sendInvoice has no valid ${field}, which SEQR requires`),
      ]);
      expect(failures[0]).toMatch(send);
      const passed = requiredFieldIds.filter((id) => id !== testId).map((id) => `${id} passed`);
      expect(verdictsOf(result).filter((line) => line.endsWith(' passed') && line !== '1.1 passed')).toEqual(passed);
    },
    60_000,
  );
});

/** The tests to run for each failing test: the test itself and those it depends on. */
const madeFor: Record<string, readonly string[]> = {
  '1.1': ['1.1'],
  '1.4': ['1.1', '1.2', '1.3', '1.4'],
  '1.5': ['1.1', '1.2', '1.3', '1.4', '1.5'],
  '2.2': ['1.1', '2.1', '2.2'],
  '2.3': ['1.1', '2.1', '2.3'],
  '2.7': ['1.1', '2.3', '2.4', '2.6', '2.7'],
  '2.8': ['1.1', '1.2', '2.1', '2.8'],
  '3.1': ['1.1', '2.3', '2.4', '3.1'],
  '4.1': ['4.1'],
  '4.2': ['4.1', '4.2'],
  '5.2': ['5.1', '5.2'],
  '5.3': ['5.1', '5.2', '5.3'],
  '6.1': ['1.1', '6.1'],
  '6.2': ['1.1', '2.3', '2.4', '6.1', '6.2'],
};

type Row = [broken: string, how: Broken, testId: string, sentence: RegExp];

describe('a broken integration', () => {
  it.each<Row>([
    ['cannot reach the service', { wsdlUrl: `http://127.0.0.1:9${soapPath}` }, '1.1', /check SEQR_WSDL_URL/],
    ['sends rows without a quantity', { tamper: withoutQuantity }, '1.1', /no itemQuantity/],
    ['loses the invoiceReference', { shop: losingReferences }, '1.1', /did not store the invoiceReference \d+/],
    ['requests more than its rows', { tamper: oneKronaMore }, '1.4', /add up to .*totalAmount is/],
    ['sends an invalid backURL', { tamper: otherAddresses }, '1.5', /backURL must be an absolute address/],
    ['never acknowledges a version', { tamper: alwaysVersionZero }, '2.2', /sent invoiceVersion 0 afterwards/],
    [
      'checks too late',
      { shop: sleeping, limits: { answerSeconds: 1.5 } },
      '2.3',
      /did not call getPaymentStatus within 1.5 s/,
    ],
    ['refuses a repeated notification', { shop: refusingRepeats }, '2.7', /not answered 2xx/],
    ['trusts notifications', { shop: trusting }, '2.8', /anyone can send a notification/],
    ['submits no receipt', { tamper: noReceipt }, '3.1', /no receipt was submitted/],
    ['submits an incomplete receipt', { tamper: incompleteReceipt }, '3.1', /does not name the order/],
    ['closes orders without cancelInvoice', { shop: forgettingToCancel }, '4.1', /without cancelInvoice/],
    ['trusts backURL', { shop: believingBackUrl }, '4.2', /rely only on SEQR’s answer/],
    ['refunds more than was paid', { shop: refundingFreely }, '5.2', /reserve a refund’s amount/],
    ['refunds on every click', { shop: refundingTwice }, '5.3', /caused 2 calls to refundPayment/],
    ['does not close the day', { shop: noPeriod }, '6.1', /did not call markTransactionPeriod/],
    ['does not know its own payments', { shop: forgetfulLedger }, '6.2', /only 0 of them match/],
  ])(
    'that %s fails the matching test',
    async (_, how, testId, sentence) => {
      const result = await run({ ...how, tests: madeFor[testId] ?? [] });
      expect(result.state).toBe('failed');
      const [first = ''] = failuresOf(result);
      expect(first.split(' ')[0]).toBe(testId);
      expect(first).toMatch(sentence);
    },
    60_000,
  );
});
