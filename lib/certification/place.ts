import { formatMoney } from '../money';
import { assert, type Placed, type TestContext } from './check';
import type { Bill } from './payer';
import { textAt, until } from './wire';

const customer = {
  name: 'SEQR certification',
  email: 'certification@example.com',
  address: 'Provgatan 1',
  postalCode: '791 71',
  city: 'Falun',
  country: 'SE' as const,
};

/** Orders `kinds` different products through the shop's checkout, paid with SEQR. */
export async function place(context: TestContext, kinds: number): Promise<Placed> {
  const { shop, wire, addresses } = context;
  const items = chooseGoods(await shop.listGoods(), kinds).map(({ slug }, index) => ({
    slug,
    quantity: index === 0 ? 1 : 2,
  }));
  const before = wire.of('sendInvoice').length;
  const result = await shop.placeOrder(
    {
      items,
      customer,
      delivery: 'standard',
      paymentMethod: 'seqr',
      checkoutKey: shop.newKey(),
      language: 'en',
    },
    { visitorId: null, clientAddress: null },
    addresses,
  );
  assert(result.ok, 'The shop’s checkout refused an order for goods that it sells: see lib/checkout/place-order.ts.');
  const { orderId, invoiceReference } = result.order;
  const sent = wire.of('sendInvoice').slice(before).at(-1);
  assert(
    sent !== undefined,
    'The checkout placed an order without sending an invoice: call sendInvoice for every order to be paid with SEQR.',
  );
  assert(
    sent.response !== null,
    'sendInvoice got no answer: check SEQR_WSDL_URL, and whether the service can be reached from here.',
  );
  assert(
    sent.resultCode === '0' && invoiceReference !== null,
    `sendInvoice was answered with ${formatResultCode(sent.resultCode)}: check the answer below, SEQR_TERMINAL_ID and SEQR_TERMINAL_PASSWORD.`,
  );
  const order = await shop.getOrder(orderId);
  assert(order?.payment?.invoiceReference === invoiceReference, 'The shop did not store the invoiceReference.');
  const placed = { orderId, order, payment: order.payment, reference: invoiceReference, sent };
  context.placed.push(placed);
  return placed;
}

/** Prefers cheap products, because a person may pay them, and different VAT rates. */
function chooseGoods<Good extends { vatRate: number }>(goods: readonly Good[], kinds: number): Good[] {
  const firsts = goods.filter((good, index) => goods.findIndex(({ vatRate }) => vatRate === good.vatRate) === index);
  const others = goods.filter((good) => !firsts.includes(good));
  const chosen = [...firsts, ...others].slice(0, kinds);
  assert(chosen.length === kinds, `The catalogue has fewer than ${kinds} goods in stock to order.`);
  return chosen;
}

export function billOf({ reference, payment, order }: Placed): Bill {
  return { reference, qrCode: payment.invoiceQRCode ?? '', sum: formatMoney(order.total, 'en') };
}

/** Makes the shop check a payment, and returns the exchange. */
export async function ask(context: TestContext, { reference, payment }: Placed) {
  const before = context.wire.of('getPaymentStatus', { invoiceReference: reference }).length;
  const exchange = await until(async () => {
    await context.shop.ask(payment.id);
    return context.wire.of('getPaymentStatus', { invoiceReference: reference })[before];
  }, context.limits.patienceSeconds * 1000);
  assert(
    exchange !== undefined,
    'The shop does not check a payment while its page is open: call getPaymentStatus once a second.',
  );
  assert(exchange.resultCode === '0', `getPaymentStatus was answered with ${formatResultCode(exchange.resultCode)}.`);
  return exchange;
}

/** Waits until the order is in the state and returns it. Returns undefined after a timeout. */
export function untilOrder(context: TestContext, { orderId }: Placed, state: string, seconds: number) {
  return until(async () => {
    const order = await context.shop.getOrder(orderId);
    return order?.state === state ? order : undefined;
  }, seconds * 1000);
}

export function statusOf(exchange: { responseContent: Parameters<typeof textAt>[0] }): string | null {
  return textAt(exchange.responseContent, 'status');
}

export function formatResultCode(code: string | null): string {
  return code === null ? 'no usable answer' : `result ${code}`;
}
