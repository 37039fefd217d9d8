// The merchant, signed in to the back office: refunds a paid order by two clicks and, at the same time, from a second tab.
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { adminPassword } from './servers.mjs';

export async function signIn(world) {
  const { shop, survived } = world;
  const answer = await shop.postForm('/admin/session', { name: 'Chaos', password: adminPassword });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`the back office did not let the merchant in: ${answer.status}`);
  const books = new Database(world.servers.shopDb, { readonly: true, timeout: 5000 });
  const find = books.prepare('SELECT number, total, currency, state FROM "Order" WHERE id = ?');
  return {
    close: () => books.close(),
    async refundTwice({ orderId }) {
      const order = find.get(orderId);
      if (order.state !== 'PAID') return;
      survived.set('refunds at once', (survived.get('refunds at once') ?? 0) + 1);
      const form = (key) => ({ mode: 'all', reason: 'chaos', key, confirmed: `${order.total} ${order.currency}` });
      const [first, second] = [form(randomUUID()), form(randomUUID())];
      const path = `/admin/orders/${order.number}/refunds`;
      await Promise.all([first, first, second].map((fields) => shop.postForm(path, fields, { Cookie: cookie })));
    },
  };
}
