// Plays two merchants who are signed in to the back office and act at the same time. Both refund the same paid order,
// change or cancel the same unpaid order, or end the same incident.
import { randomUUID } from 'node:crypto';
import type { Books } from './books';
import type { Answer, ShopClient } from './http';
import type { Random } from './random';
import { adminPassword } from './servers';
import type { Buyer, World } from './world';

type MerchantSession = Awaited<ReturnType<typeof openSession>>;
/** An incident as a page of the back office lists it; `refundPath` is the path of the form that refunds an excess. */
type Listed = {
  readonly id: string;
  readonly path: string;
  readonly actions: readonly string[];
  readonly refundPath: string | null;
};
type OrderRow = { number: number; total: number; currency: string; state: string };
type IncidentRow = { kind: string; amount: number | null; status: string | null; invoiceReference: string | null };
export type Merchants = Awaited<ReturnType<typeof signIn>>;

export async function signIn({ shop, survived }: Pick<World, 'shop' | 'survived'>, books: Books, random: Random) {
  const [one, two] = await Promise.all([openSession(shop, 'Åsa'), openSession(shop, 'Bo')]);
  const findIncident = async (id: string) => {
    const sql = `SELECT i.kind, i.amount, i.status, p."invoiceReference"
      FROM "Incident" i LEFT JOIN "Payment" p ON p.id = i."paymentId" WHERE i.id = ?`;
    return (await books.shop.rows<IncidentRow>(sql, id))[0];
  };
  const findInvoice = books.seqr.prepare<[string | null], { ersReference: string | null; paid: number | null }>(
    'SELECT ersReference, paid FROM Invoice WHERE reference = ?',
  );
  const note = (name: string) => survived.set(name, (survived.get(name) ?? 0) + 1);

  const orderOf = async ({ orderId }: Buyer): Promise<OrderRow> => {
    const sql = 'SELECT number, total, currency, state FROM "Order" WHERE id = ?';
    const [order] = await books.shop.rows<OrderRow>(sql, orderId);
    if (!order) throw new Error(`the shop told a buyer about an order that does not exist: ${orderId}`);
    return order;
  };

  /** What SEQR's support would say about the invoice. */
  const askSupport = (incident: IncidentRow | undefined) => findInvoice.get(incident?.invoiceReference ?? null);

  async function chooseAction({ id, actions }: Listed): Promise<string> {
    const incident = await findIncident(id);
    const truth = askSupport(incident);
    // A merchant never books an amount that SEQR's support contradicts. The amount of an excess comes from the shop.
    const reported = incident?.kind === 'excess' ? null : (incident?.amount ?? null);
    const isLie = reported !== null && truth?.paid !== reported;
    return random.pick(isLie ? actions.filter((action) => action === 'ask' || action === 'settle') : actions);
  }

  async function end(session: MerchantSession, { id, path, actions, refundPath }: Listed): Promise<Answer> {
    const action = await chooseAction({ id, path, actions, refundPath });
    const { get, postForm } = session;
    if (action === 'ask') return postForm(`${path}/ask`);
    if (action === 'refund' && refundPath) return refundExcess(session, refundPath);
    const page = await get(`${path}?action=${action}`);
    const shown = /name="shown" value="([^"]*)"/.exec(page.text)?.[1];
    if (shown === undefined) return page;
    const ersReference = askSupport(await findIncident(id))?.ersReference ?? '';
    return postForm(`${path}/end`, { action, shown, note: 'chaos', ersReference });
  }

  return {
    async anyReference() {
      const sql =
        'SELECT "ersReference" FROM "Payment" WHERE "ersReference" IS NOT NULL AND "paidAt" IS NOT NULL ORDER BY "paidAt" DESC LIMIT 1';
      return (await books.shop.rows<{ ersReference: string }>(sql))[0]?.ersReference;
    },

    async refundTwice(buyer: Buyer) {
      const order = await orderOf(buyer);
      if (order.state !== 'PAID') return;
      note('simultaneous refunds');
      const refund = { mode: 'all', reason: 'chaos', confirmed: `${order.total} of ${order.total} ${order.currency}` };
      const form = { ...refund, key: randomUUID() };
      const other = { ...refund, key: randomUUID() };
      const path = `/admin/orders/${order.number}/refunds`;
      await Promise.all([one.postForm(path, form), one.postForm(path, form), two.postForm(path, other)]);
    },

    /** Lets both merchants change the order, or one change and one cancel it, while the buyer may be paying. */
    async interfere(buyer: Buyer) {
      const { plan } = buyer;
      if (plan.merchants === 'nothing') return;
      note(plan.merchants);
      const path = `/admin/orders/${(await orderOf(buyer)).number}`;
      const reduce = (session: MerchantSession, q0: number) => session.postForm(`${path}/lines`, { q0: String(q0) });
      const second = plan.merchants === 'simultaneous changes' ? reduce(two, 2) : two.postForm(`${path}/cancel`);
      await Promise.all([reduce(one, 1), second]);
    },

    /** Lets both merchants end each incident that `/admin` lists, at the same time. Returns the number of incidents. */
    async endIncidents() {
      const listed = readIncidents((await one.get('/admin')).text);
      for (const incident of listed) await Promise.all([one, two].map((session) => end(session, incident)));
      return listed.length;
    },
  };
}

async function openSession(shop: ShopClient, name: string) {
  const answer = await shop.postForm('/admin/session', { name, password: adminPassword });
  const Cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!Cookie) throw new Error(`the back office refused the merchant’s sign-in: ${answer.status}`);
  return {
    get: (path: string) => shop.get(path, { Cookie }),
    /** Each call counts as a new form, unless `fields.key` repeats the key of an earlier one. */
    postForm: (path: string, fields: Record<string, string> = {}) =>
      shop.postForm(path, { key: randomUUID(), ...fields }, { Cookie }),
  };
}

/** Reads the incidents on a back office page, with the actions that it offers. */
function readIncidents(html: string): Listed[] {
  const incidents = new Map<string, Listed>();
  let refundPath: string | null = null;
  for (const [, link = '', number, id, action, ask] of html.matchAll(
    /(?:href|action)="(\/admin\/orders\/(\d+)\/(?:incidents\/([\w-]+)(?:\?action=(\w+)|\/(ask))|refund\?[^"]*))"/g,
  )) {
    // An excess is refunded with a separate form. In the HTML, the link to that form comes just before the link that
    // settles the incident.
    if (!id) refundPath = link.replaceAll('&amp;', '&');
    else {
      const path = `/admin/orders/${number}/incidents/${id}`;
      const known = incidents.get(id) ?? { id, path, actions: [], refundPath: null };
      const actions = [...known.actions, action ?? ask ?? '', ...(refundPath ? ['refund'] : [])];
      incidents.set(id, { ...known, actions, refundPath: refundPath ?? known.refundPath });
      refundPath = null;
    }
  }
  return [...incidents.values()];
}

async function refundExcess({ get, postForm }: MerchantSession, refundPath: string): Promise<Answer> {
  const { pathname, searchParams } = new URL(refundPath, 'http://shop');
  const { change: _change, ...filledIn } = Object.fromEntries(searchParams);
  const fields = { ...filledIn, reason: 'chaos' };
  const page = await get(`${pathname}?${new URLSearchParams(fields)}`);
  const confirmed = /name="confirmed" value="([^"]*)"/.exec(page.text)?.[1];
  return confirmed ? postForm(`${pathname}s`, { ...fields, key: randomUUID(), confirmed }) : page;
}
