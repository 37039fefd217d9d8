import { formatMoney } from '../money';
import { assert, type Placed, type TestContext } from './check';
import type { InvoiceToPay } from './payer';
import { textAt, until } from './wire';

const customer = {
  name: 'SEQR certification',
  email: 'certification@example.com',
  address: 'Provgatan 1',
  postalCode: '791 71',
  city: 'Falun',
  country: 'SE' as const,
};

/** Places an order for `kinds` different products through the shop's checkout, to be paid with SEQR. */
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
  const { orderId } = result.order;
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
    sent.resultCode === '0',
    `sendInvoice got ${formatResultCode(sent.resultCode)}: check the answer below, SEQR_TERMINAL_ID and SEQR_TERMINAL_PASSWORD.`,
  );
  const reference = textAt(sent.responseContent, 'invoiceReference');
  assert(
    reference !== null,
    'sendInvoice got result 0, but no invoiceReference, which every later call needs: ask SEQR about the answer below.',
  );
  const order = await shop.getOrder(orderId);
  assert(
    order?.payment?.invoiceReference === reference,
    `The shop did not store the invoiceReference ${reference}: every later call about the payment needs it.`,
  );
  const placed = { orderId, order, payment: order.payment, reference, sent };
  context.placed.push(placed);
  return placed;
}

/** Prefers different VAT rates, then cheap products, because a person may have to pay for them. */
function chooseGoods<Good extends { vatRate: number }>(goods: readonly Good[], kinds: number): Good[] {
  const firsts = goods.filter((good, index) => goods.findIndex(({ vatRate }) => vatRate === good.vatRate) === index);
  const others = goods.filter((good) => !firsts.includes(good));
  const chosen = [...firsts, ...others].slice(0, kinds);
  assert(
    chosen.length === kinds,
    `The shop sells fewer than ${kinds} products with more than 3 units in stock: add products or stock.`,
  );
  return chosen;
}

export function invoiceToPay({ reference, payment, order }: Placed): InvoiceToPay {
  return { reference, qrCode: payment.invoiceQRCode ?? '', amount: formatMoney(order.total, 'en') };
}

/** Makes the shop check a payment, and returns the exchange. */
export async function checkPayment(context: TestContext, { reference, payment }: Placed) {
  const before = context.wire.of('getPaymentStatus', { invoiceReference: reference }).length;
  const exchange = await until(async () => {
    await context.shop.checkPayment(payment.id);
    return context.wire.of('getPaymentStatus', { invoiceReference: reference })[before];
  }, context.limits.patienceSeconds * 1000);
  assert(
    exchange !== undefined,
    'The shop does not check a payment while the buyer’s payment page is open: call getPaymentStatus once a second.',
  );
  assert(exchange.resultCode === '0', `getPaymentStatus got ${formatResultCode(exchange.resultCode)}.`);
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
