// Compares the shop's messages to the sandbox with the tables in lib/seqr/conformance. Shop and sandbox share a
// contract file and could share a mistake; the tables were written from SEQR's documentation alone.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { getOrderDetails } from '../../lib/admin/get-order-details';
import { cancelOrder, changeOrder } from '../../lib/admin/order-actions';
import { refundOrder } from '../../lib/admin/refund-order';
import type { Session } from '../../lib/admin/session';
import { workOutbox } from '../../lib/background/effects';
import { placeOrder } from '../../lib/checkout/place-order';
import { db } from '../../lib/db/client';
import { newKey, newUuid } from '../../lib/ids';
import { syncPayment } from '../../lib/payments/sync-payment';
import { advancePeriod } from '../../lib/reconciliation/advance-period';
import { requestPeriod } from '../../lib/reconciliation/request-period';
import { DEFAULT_PAYER } from '../../lib/sandbox/payers/default-payer';
import { payInvoice } from '../../lib/sandbox/payers/pay-invoice';
import { savePayer } from '../../lib/sandbox/payers/save-payer';
import { scanInvoice } from '../../lib/sandbox/payers/scan-invoice';
import { checkMessage } from '../../lib/seqr/conformance/check-message';
import { OPERATION_ORDER } from '../../lib/seqr/conformance/element-order';
import type { OperationName } from '../../lib/seqr/conformance/expectations';
import { seqr } from '../../lib/seqr/from-config';
import { signedIn } from '../../lib/testing/admin-session';
import { configure } from '../../lib/testing/configure';
import { type Exchange, serveTestSandbox } from '../../lib/testing/sandbox/serve-test-sandbox';
import { openTestSandbox, type TestSandbox } from '../../lib/testing/sandbox/test-sandbox';
import { addProducts, openShopDatabase } from '../../lib/testing/shop-database';
import { parseXml, type XmlElement } from '../../lib/xml/parse-xml';

let exchanges: Exchange[] = [];
let test: TestSandbox;
let server: Awaited<ReturnType<typeof serveTestSandbox>>;
let closeDatabase: () => Promise<void>;
let session: Session;

beforeAll(async () => {
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
  closeDatabase = await openShopDatabase();
  test = await openTestSandbox();
  server = await serveTestSandbox(test, (exchange) => exchanges.push(exchange));
  configure({ SEQR_WSDL_URL: `${server.address}/soap/merchant/cashregister-2?wsdl`, SEQR_TIMEOUT: '30' });
  session = signedIn();
  await addProducts([
    { slug: 'coffee', price: 89_50, vatRate: 12_00, stock: 100 },
    { slug: 'mug', price: 199_00, stock: 100 },
  ]);
}, 30_000);
afterAll(async () => {
  vi.useRealTimers();
  seqr().close();
  await server.close();
  await test.close();
  await closeDatabase();
});

const passTime = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

async function order(language: 'en' | 'sv' = 'en') {
  const addresses = { forSeqr: 'http://shop.example', forBuyer: 'http://shop.example' };
  const checkout = {
    items: [
      { slug: 'coffee', quantity: 2 },
      { slug: 'mug', quantity: 1 },
    ],
    customer: {
      name: 'Åsa Öberg & <Co>',
      email: 'asa@example.com',
      address: 'Backvägen 3',
      postalCode: '791 71',
      city: 'Falun',
      country: 'SE' as const,
    },
    delivery: 'standard' as const,
    paymentMethod: 'seqr' as const,
    checkoutKey: newUuid(),
    language,
  };
  const placed = await placeOrder(checkout, { visitorId: null, clientAddress: null }, addresses);
  if (!placed.ok) throw new Error(`the order was refused: ${placed.reason}`);
  const { number, payments } = await db().read.order.findUniqueOrThrow({
    where: { id: placed.order.orderId },
    include: { payments: true },
  });
  const [payment] = payments;
  if (!payment?.invoiceReference) throw new Error(`no invoice: ${payment?.state} (${payment?.failure})`);
  return { number, paymentId: payment.id, reference: payment.invoiceReference };
}

async function paidOrder() {
  const placed = await order();
  passTime(2);
  await syncPayment(placed.paymentId, 'watcher');
  await payInvoice(test.sandbox, placed.reference, '1234');
  passTime(2);
  await syncPayment(placed.paymentId, 'watcher');
  return placed;
}

/** Runs `work`, compares each message with the tables, and returns the operations that the shop called. */
async function callsOf(work: () => Promise<unknown>): Promise<OperationName[]> {
  exchanges = [];
  await work();
  const newest = new Map<string, number>();
  const calls = exchanges.map(({ headers, request, response }) => {
    const envelope = parseXml(request);
    const operation = operationOf(envelope);
    const reference = textOf(envelope, 'invoiceReference') ?? '';
    const deviations = checkMessage(operation, envelope, headers, newest.get(reference) ?? 0);
    const version = textOf(parseXml(response), 'version');
    if (version !== undefined) newest.set(reference, Number(version));
    return { operation, deviations };
  });
  expect(calls.flatMap(({ deviations }) => deviations)).toEqual([]);
  return calls.map(({ operation }) => operation);
}

function operationOf(envelope: XmlElement): OperationName {
  const called = envelope.children.find(({ name }) => name === 'Body')?.children[0]?.name;
  const names = Object.keys(OPERATION_ORDER) as OperationName[];
  const operation = names.find((name) => name === called);
  if (!operation) throw new Error(`The tables have no ${called}. Add it to them before the shop calls it.`);
  return operation;
}

/** Returns the text of the first element with that name, at any depth. */
function textOf(element: XmlElement, name: string): string | undefined {
  if (element.name === name) return element.text;
  for (const child of element.children) {
    const text = textOf(child, name);
    if (text !== undefined) return text;
  }
  return undefined;
}

it.each(['en', 'sv'] as const)(
  'the messages of a purchase in %s conform, from the invoice to the receipt',
  async (language) => {
    const calls = await callsOf(async () => {
      const { paymentId, reference } = await order(language);
      passTime(2);
      await syncPayment(paymentId, 'watcher');
      await payInvoice(test.sandbox, reference, '1234');
      passTime(2);
      await syncPayment(paymentId, 'watcher');
      await workOutbox('seqr');
    });
    expect(calls).toEqual(['sendInvoice', 'getPaymentStatus', 'getPaymentStatus', 'submitPaymentReceipt']);
  },
);

it('the messages of a change to an unpaid order conform', async () => {
  const calls = await callsOf(async () => {
    const { number } = await order();
    passTime(2);
    expect(await changeOrder(session, number, { q0: '1' })).toBe('changed');
  });
  expect(calls).toContain('updateInvoice');
});

it('the messages conform when the shop rejects the token of a waiting payer', async () => {
  const { paymentId, reference } = await order();
  await savePayer(test.sandbox, DEFAULT_PAYER, { tokens: [{ id: 'CARD-1', description: 'Tea club' }] });
  // The shop never requests an acknowledgment, so the test changes its invoice.
  await seqr().updateInvoice({
    invoiceReference: reference,
    invoice: { acknowledgmentMode: 'REQUIRE_ACKNOWLEDGMENT' },
  });
  await scanInvoice(test.sandbox, reference);
  const calls = await callsOf(async () => {
    passTime(2);
    await syncPayment(paymentId, 'watcher');
    await workOutbox('seqr');
  });
  expect(calls).toEqual(['getPaymentStatus', 'getPaymentStatus', 'updateInvoice']);
  expect(exchanges.at(-1)?.request).toMatch(/<tokens>.*<id>CARD-1<.id>.*<status>99<.status>/s);
});

it('the messages of a cancellation conform', async () => {
  const calls = await callsOf(async () => {
    const { number } = await order();
    passTime(2);
    expect(await cancelOrder(session, number)).toBe('closed');
  });
  expect(calls).toContain('cancelInvoice');
});

it.each([
  ['of an amount', { mode: 'amount', amount: '20.50' }, 20_50],
  ['of lines', { mode: 'lines', q0: '1' }, 89_50],
])('the messages of a refund %s conform', async (_what, form, amount) => {
  const calls = await callsOf(async () => {
    const { number } = await paidOrder();
    const details = await getOrderDetails(session, number);
    if (!details) throw new Error('there is no order');
    const confirmed = `${amount} of ${details.refundable[0]?.left.amount} SEK`;
    const answer = await refundOrder(session, details, { ...form, reason: 'Broken & bent', key: newKey(), confirmed });
    expect(answer).toMatchObject({ ok: true, state: 'DONE' });
  });
  expect(calls).toContain('refundPayment');
});

it.each(['shop', 'terminal'] as const)('the messages conform when the period of the %s is closed', async (scope) => {
  await paidOrder();
  const calls = await callsOf(async () => {
    const closing = await requestPeriod(scope, 'Åsa');
    const id = closing.periodId;
    for (let step = 0; step < 6; step++) {
      await advancePeriod(id);
      passTime(4);
    }
    expect((await db().read.period.findUniqueOrThrow({ where: { id } })).state).toBe('RECONCILED');
  });
  expect(calls).toEqual(expect.arrayContaining(['markTransactionPeriod', 'executeReport']));
});
