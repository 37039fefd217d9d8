import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { config } from '../config';
import { db } from '../db/client';
import { type Listener, listen } from '../postgresql/listener';
import { openScriptedShop } from '../testing/scripted-shop';
import { seqrOrder } from '../testing/seqr-order';

// PostgreSQL commits one notifying transaction at a time, so a busy shop must notify as little as it can: docs/scaling.md.

let shop: Awaited<ReturnType<typeof openScriptedShop>>;
let listener: Listener;
const received: string[] = [];
const notify = (channel: string, payload: string) =>
  db().read.$queryRaw`SELECT 1 FROM pg_notify(${channel}, ${payload})`;

beforeAll(async () => {
  shop = await openScriptedShop(30, 'postgresql');
  await new Promise<void>((resolve, reject) => {
    listener = listen({
      url: config().databaseUrl,
      notify,
      channels: ['shop_order', 'shop_catalogue', 'end'],
      onMessage: (channel, payload) => received.push(channel === 'shop_catalogue' ? payload : channel),
      onConnected: resolve,
      onLost: reject,
    });
  });
});

afterAll(async () => {
  await listener.stop();
  await shop.close();
});

async function messages(): Promise<string[]> {
  await notify('end', '');
  await vi.waitFor(() => expect(received.at(-1)).toBe('end'), { interval: 5 });
  return received.splice(0).slice(0, -1);
}

it('notifies once during a purchase: when it is paid', async () => {
  const order = await seqrOrder({ stock: 50 });
  expect(await messages()).toEqual(['all', 'product things']); // the test's own category and product
  shop.service.set(order.reference, { status: 'PAID' });
  await order.notify();
  expect((await order.read()).state).toBe('PAID');
  expect(await messages()).toEqual(['shop_order']);
});

it('notifies of the stock when a checkout makes a product scarce', async () => {
  const { slug } = await seqrOrder({ stock: 6 });
  expect(await messages()).toEqual(['product things', `stock things ${slug}`]);
});
