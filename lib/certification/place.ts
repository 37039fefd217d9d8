import { formatMoney } from '../money';
import type { Bill } from './payer';
import { type Course, demand, type Placed } from './test';
import { textAt, until } from './wire';

const customer = {
  name: 'SEQR certification',
  email: 'certification@example.com',
  address: 'Provgatan 1',
  postalCode: '791 71',
  city: 'Falun',
  country: 'SE' as const,
};

/** Orders so many different goods at the shop's own checkout, paid with SEQR. */
export async function place(course: Course, kinds: number): Promise<Placed> {
  const { shop, wire, addresses } = course;
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
  demand(result.ok, 'The shop’s checkout refused an order of goods that it sells: see lib/checkout/place-order.ts.');
  const { orderId, invoiceReference } = result.order;
  const sent = wire.of('sendInvoice').slice(before).at(-1);
  demand(
    sent !== undefined,
    'The checkout placed an order without sending an invoice: call sendInvoice when an order is to be paid with SEQR.',
  );
  demand(
    sent.response !== null,
    'No answer came to sendInvoice: look at SEQR_WSDL_URL, and whether the service can be reached from here.',
  );
  demand(
    sent.resultCode === '0' && invoiceReference !== null,
    `sendInvoice was answered with ${tellCode(sent.resultCode)}: look at the answer below, and at SEQR_TERMINAL_ID and SEQR_TERMINAL_PASSWORD.`,
  );
  const order = await shop.getOrder(orderId);
  demand(order?.payment?.invoiceReference === invoiceReference, 'The shop did not keep the invoiceReference.');
  const placed = { orderId, order, payment: order.payment, reference: invoiceReference, sent };
  course.placed.push(placed);
  return placed;
}

/** Cheap ones, since a person may pay them; one of each VAT rate first, so that an order of several has several rates. */
function chooseGoods<Good extends { vatRate: number }>(goods: readonly Good[], kinds: number): Good[] {
  const firsts = goods.filter((good, index) => goods.findIndex(({ vatRate }) => vatRate === good.vatRate) === index);
  const others = goods.filter((good) => !firsts.includes(good));
  const chosen = [...firsts, ...others].slice(0, kinds);
  demand(chosen.length === kinds, `The catalogue has fewer than ${kinds} goods in stock to order.`);
  return chosen;
}

export function billOf({ reference, payment, order }: Placed): Bill {
  return { reference, qrCode: payment.invoiceQRCode ?? '', sum: formatMoney(order.total, 'en') };
}

/** Lets the shop ask for a payment, and gives what it then said and heard. */
export async function ask(course: Course, { reference, payment }: Placed) {
  const before = course.wire.of('getPaymentStatus', { invoiceReference: reference }).length;
  const asked = await until(async () => {
    await course.shop.ask(payment.id);
    return course.wire.of('getPaymentStatus', { invoiceReference: reference })[before];
  }, course.limits.patienceSeconds * 1000);
  demand(
    asked !== undefined,
    'The shop does not ask for a payment while its page is open: call getPaymentStatus once a second there.',
  );
  demand(asked.resultCode === '0', `getPaymentStatus was answered with ${tellCode(asked.resultCode)}.`);
  return asked;
}

/** The order, once it is in that state; undefined when it does not get there in time. */
export function untilOrder(course: Course, { orderId }: Placed, state: string, seconds: number) {
  return until(async () => {
    const order = await course.shop.getOrder(orderId);
    return order?.state === state ? order : undefined;
  }, seconds * 1000);
}

export function statusOf(exchange: { heard: Parameters<typeof textAt>[0] }): string | null {
  return textAt(exchange.heard, 'status');
}

export function tellCode(code: string | null): string {
  return code === null ? 'no usable answer' : `result ${code}`;
}
