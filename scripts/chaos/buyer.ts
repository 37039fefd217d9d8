// Plays one buyer, who places one order over the shop's HTTP interface. If a request fails, the buyer retries with the
// same key, as the page does. Everything shown to the buyer is recorded, and compared with the truth later.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, NamedFault, OrderPlan } from './plan';
import { statusPath, watchPayment } from './watch-payment';
import type { Buyer, World } from './world';

const CHECKOUT_PATIENCE_MS = 30_000;
const customer = {
  name: 'Åsa Öström',
  email: 'asa.chaos@example.com',
  address: 'Backvägen 3',
  postalCode: '791 71',
  city: 'Falun',
  country: 'SE',
};
export const personal = [customer.email, customer.address];
/** A payer may be refused for these reasons, because another tab, the shop or SEQR was faster. */
const usualRefusals = ['already-paid', 'canceled', 'failed', 'in-progress', 'changed'];
const foreign = { Origin: 'https://evil.example' };

type Body = {
  readonly items: readonly { readonly slug: string; readonly quantity: number }[];
  readonly customer: typeof customer;
  readonly paymentMethod: 'seqr';
  readonly checkoutKey: string;
};

export async function buy(plan: OrderPlan, world: World): Promise<Buyer> {
  const { shop } = world;
  const buyer: Buyer = {
    plan,
    key: randomUUID(),
    outcome: 'no answer',
    orderId: null,
    told: [],
    paid: [],
    problems: [],
  };
  if (plan.callFault) await startFault(world, plan.callFault.name, withoutName(plan.callFault));
  const { scarce, plenty } = world.goods;
  const slug = plan.scarce ? scarce : (plenty[plan.n % plenty.length] ?? scarce);
  const body: Body = {
    items: [{ slug, quantity: plan.quantity }],
    customer,
    paymentMethod: 'seqr',
    checkoutKey: buyer.key,
  };
  if (plan.buyer === 'names a price of its own') await sendOwnPrice(world, buyer, body);
  let reference = await checkOut(world, buyer, body);
  if (!buyer.orderId) return buyer;
  reference ??= await anotherCode(world, buyer);
  await pause(plan.waitMs);
  if (reference) await Promise.all([act(world, buyer, reference), world.merchants.interfere(buyer)]);
  if (plan.afterwards === 'requests another code') await shop.postForm(statusPath(buyer));
  if (plan.afterwards === 'refund twice') await world.merchants.refundTwice(buyer);
  if (plan.afterwards === 'reversed after booking' && reference) await reverseIfBooked(world, buyer, reference);
  return buyer;
}

const withoutName = ({ name: _name, kind, ...settings }: NamedFault): Fault => ({ times: 1, kind, ...settings });

async function startFault({ seqr, survived }: World, name: string, fault: Fault) {
  survived.set(name, (survived.get(name) ?? 0) + 1);
  return seqr.fault(fault);
}

/** The fields of the checkout's answer that a buyer reads. */
type Placed = { readonly orderId: string; readonly invoiceReference?: string | null };

/** Sends the checkout until the shop answers. Returns the reference of the invoice, if there is one. */
async function checkOut({ shop }: World, buyer: Buyer, body: Body): Promise<string | null> {
  const deadline = Date.now() + CHECKOUT_PATIENCE_MS;
  const clicks = buyer.plan.buyer === 'clicks many times' ? buyer.plan.clicks : 1;
  while (Date.now() < deadline) {
    const answers = await Promise.all(Array.from({ length: clicks }, () => shop.postJson('/api/checkout', body)));
    const placed: Placed[] = answers
      .filter(({ status }) => status === 200 || status === 201)
      .map(({ text }) => JSON.parse(text));
    const ids = new Set(placed.map(({ orderId }) => orderId));
    if (ids.size > 1) buyer.problems.push(['doubled', `one key became ${ids.size} orders`]);
    if (answers.filter(({ status }) => status === 201).length > 1) {
      buyer.problems.push(['doubled', 'one key was answered 201 twice']);
    }
    const references = new Set(placed.flatMap(({ invoiceReference }) => invoiceReference || []));
    if (references.size > 1) buyer.problems.push(['doubled', `one checkout showed ${references.size} invoices`]);
    const [first] = placed;
    if (first) {
      buyer.outcome = 'placed';
      buyer.orderId = first.orderId;
      return [...references][0] ?? null;
    }
    const refusal = answers.find(({ status }) => status >= 400 && status < 500);
    if (refusal) {
      buyer.outcome = 'refused';
      if (refusal.status !== 409) buyer.problems.push(['words', `checkout was answered ${refusal.status}`]);
      return null;
    }
    await pause(300);
  }
  return null;
}

/** Requests another code. Returns the invoice reference that the payment page shows, or null if it shows none. */
async function anotherCode({ shop }: World, { orderId }: Buyer): Promise<string | null> {
  for (let tries = 0; tries < 4; tries += 1) {
    await shop.postForm(`/api/orders/${orderId}/payment`);
    const page = await shop.get(`/orders/${orderId}/pay`);
    const reference = /\/R(\d{8,20})\b/i.exec(page.text)?.[1];
    if (reference) return reference;
    await pause(500);
  }
  return null;
}

async function sendOwnPrice({ shop }: World, buyer: Buyer, body: Body): Promise<void> {
  const cheap = { ...body, checkoutKey: randomUUID(), shownTotal: 1, items: [{ ...body.items[0], price: 1 }] };
  const answer = await shop.postJson('/api/checkout', cheap);
  if (answer.status !== 0 && answer.status < 400)
    buyer.problems.push(['words', 'the shop accepted a price that the buyer chose']);
}

async function act(world: World, buyer: Buyer, reference: string): Promise<void> {
  const { seqr, shop } = world;
  const { plan } = buyer;
  const scope = { invoiceReference: reference };
  if (plan.notificationFault)
    await startFault(world, plan.notification, { times: 1, ...plan.notificationFault, ...scope });
  if (plan.statusFault) await startFault(world, plan.statusFault.name, { ...withoutName(plan.statusFault), ...scope });
  await spoilMoney(world, plan, scope);
  switch (plan.buyer) {
    case 'never pays':
      return watchPayment(world, buyer, 1500);
    case 'cancels while paying': {
      const paying = pay(world, buyer, reference);
      await pause(plan.waitMs % 40);
      const cancels = Array.from({ length: 2 }, () => shop.postForm(`/api/orders/${buyer.orderId}/cancel`));
      await Promise.all([paying, ...cancels]);
      return watchPayment(world, buyer);
    }
    case 'cancels in the app, then pays':
      await seqr.cancel(reference);
      return payAgain(world, buyer);
    case 'is refused, then pays':
      await seqr.pay(reference, '0001');
      return payAgain(world, buyer);
    case 'confirms slowly':
      await pay(world, buyer, reference, { takesSeconds: 2 });
      await shop.postForm(`/api/orders/${buyer.orderId}/cancel`);
      return watchPayment(world, buyer);
    case 'pays in two tabs':
      await Promise.all([
        pay(world, buyer, reference),
        pay(world, buyer, reference),
        shop.postForm(statusPath(buyer)),
        shop.postForm(statusPath(buyer)),
      ]);
      return watchPayment(world, buyer);
    case 'forges notifications':
      await forge(world, buyer, reference);
      break;
    default:
  }
  await pay(world, buyer, reference);
  if (plan.buyer !== 'pays and closes the page') await watchPayment(world, buyer);
}

async function spoilMoney(
  world: World,
  { moneyFault }: OrderPlan,
  scope: { readonly invoiceReference: string },
): Promise<void> {
  if (!moneyFault) return;
  const { name, kind, ...settings } = moneyFault;
  const ersReference = name === 'another’s reference' ? await world.merchants.anyReference() : undefined;
  // No order is paid yet, so there is no other payment whose reference SEQR could report.
  if (name === 'another’s reference' && !ersReference) return;
  await startFault(world, name, { kind, ...settings, ...scope, ...(ersReference && { ersReference }) });
}

async function pay({ seqr, payers }: World, buyer: Buyer, reference: string, more: object = {}): Promise<void> {
  const payer = payers[buyer.plan.n % payers.length];
  const answer = await seqr.pay(reference, '1234', { payer, ...more });
  const { reason } = answer.data;
  if (reason && !usualRefusals.includes(reason)) buyer.problems.push(['rest', `the payer was refused: ${reason}`]);
  if (answer.data.ok) buyer.paid.push({ reference, at: Date.now() });
}

/**
 * Makes SEQR reverse a payment that the shop has already booked. SEQR should never do so, and the shop can only report
 * the reversal.
 */
async function reverseIfBooked({ seqr, reversals, survived }: World, buyer: Buyer, reference: string): Promise<void> {
  if (buyer.told.at(-1)?.status !== 'PAID') return;
  reversals.add(reference);
  survived.set('reversed after booking', (survived.get('reversed after booking') ?? 0) + 1);
  await seqr.reverse(reference);
}

/** Waits until the shop reports that the first attempt failed, then requests another code. */
async function payAgain(world: World, buyer: Buyer): Promise<void> {
  await watchPayment(world, buyer);
  const reference = await anotherCode(world, buyer);
  if (reference) await pay(world, buyer, reference);
  await watchPayment(world, buyer);
}

/** Sends forged requests, which must not change anything. */
async function forge({ shop }: World, buyer: Buyer, reference: string): Promise<void> {
  const url = (order: string | null) => `/api/seqr/notifications?order=${order}`;
  const bodies = [
    { invoiceReference: reference },
    { invoiceReference: '9'.repeat(13) },
    { invoiceReference: "1' OR 1=1" },
  ];
  const early = bodies.map((body) => shop.postForm(url(buyer.orderId), body));
  const strange = shop.postForm(url('somebody-elses'), { invoiceReference: reference });
  const crossSite = await shop.postForm(`/api/orders/${buyer.orderId}/cancel`, {}, foreign);
  const guessed = await shop.get(`/api/orders/${randomUUID()}/payment`);
  await Promise.all([...early, strange]);
  if (crossSite.status !== 403 && crossSite.status !== 0) {
    buyer.problems.push(['words', `another site’s cancellation was answered ${crossSite.status}`]);
  }
  if (guessed.status !== 404 && guessed.status !== 0 && guessed.status < 500) {
    buyer.problems.push(['words', `a guessed order was answered ${guessed.status}`]);
  }
}
