import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getOrderScenes } from '../admin/get-order-scenes';
import { retryPayment } from '../payments/retry-payment';
import { signedIn } from '../testing/admin-session';
import { configure } from '../testing/configure';
import { startRealSandbox } from '../testing/real-sandbox';
import { seqrOrder } from '../testing/seqr-order';
import { openShopDatabase } from '../testing/shop-database';
import { getOwnScenes, maySeeScenes } from './get-own-scenes';
import type { Scene } from './scene';

const addresses = { forSeqr: 'http://127.0.0.1:1', forBuyer: 'http://127.0.0.1:1' };

let seqr: Awaited<ReturnType<typeof startRealSandbox>>;
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
  seqr = await startRealSandbox();
});
afterAll(async () => {
  await seqr.stop();
  await close();
});
beforeEach(() => configure({ BEHIND_THE_SCENES: 'on', SEQR_SANDBOX: 'on' }));

async function scenesOf(orderId: string) {
  const found = await getOwnScenes(orderId, 'visitor');
  if (!found) throw new Error('no scenes');
  return found;
}

function summarize(scene: Scene): string {
  switch (scene.kind) {
    case 'message':
      return `${scene.exchange.operation} ${scene.exchange.resultName ?? scene.exchange.note}`;
    case 'payment':
      return `${scene.attempt}: ${scene.from} → ${scene.to}`;
    case 'payer':
      return `payer ${scene.event}`;
    case 'order':
      return `order ${scene.to}`;
    case 'queued':
      return `queued ${scene.effect}`;
    default:
      return scene.kind;
  }
}

describe('the scenes of an order', () => {
  it('are its messages, its steps and the rows written, in the order in which they happened', async () => {
    const order = await seqrOrder();
    await seqr.pay(order.reference);
    await order.ask();
    const { number, scenes, isComplete, isLive } = await scenesOf(order.orderId);
    expect({ number, isComplete, isLive }).toEqual({ number: `T-${order.number}`, isComplete: true, isLive: true });
    expect(scenes.map(summarize).filter((text) => text !== 'notification')).toEqual([
      'ordered',
      'sendInvoice SUCCESS',
      '1: CREATED → ISSUED',
      'payer paid',
      'getPaymentStatus SUCCESS',
      '1: ISSUED → PAID',
      'order PAID',
      'queued submit-receipt',
      'queued mail-receipt',
      'queued mail-new-order',
    ]);
    const [ordered] = scenes;
    expect(ordered).toMatchObject({
      rows: [
        { change: 'UPDATE', table: 'Product', count: 1 },
        { change: 'INSERT', table: 'Order' },
        { change: 'INSERT', table: 'OrderLine', count: 2 },
        { change: 'INSERT', table: 'Payment' },
        { change: 'INSERT', table: 'PaymentEvent', id: expect.any(Number) },
      ],
    });
    expect(new Set(scenes.map(({ key }) => key)).size).toBe(scenes.length);
  });

  it('include notifications, with the shop’s answer', async () => {
    const order = await seqrOrder();
    await seqr.pay(order.reference);
    const notification = async () => (await scenesOf(order.orderId)).scenes.find(({ kind }) => kind === 'notification');
    // Nothing listens at the address of this test's shop.
    await expect.poll(notification, { timeout: 20_000 }).toMatchObject({ httpStatus: null });
  });

  it('include a second attempt, even if the answer to its invoice was lost', async () => {
    const order = await seqrOrder();
    await seqr.misbehave({ kind: 'close', operation: 'sendInvoice', clientInvoiceId: `T-${order.number}-2`, times: 1 });
    await seqr.cancel(order.reference);
    await order.ask();
    await retryPayment(order.orderId, addresses);
    const { scenes } = await scenesOf(order.orderId);
    const found = scenes.map(summarize).filter((text) => text !== 'notification');
    expect(found.slice(-3)).toEqual(['attempt', 'sendInvoice SUCCESS', '2: CREATED → UNKNOWN']);
    expect(found.filter((text) => text.startsWith('sendInvoice'))).toHaveLength(2);
  });

  it('contain neither passwords nor the order’s key', async () => {
    const order = await seqrOrder();
    const text = JSON.stringify((await scenesOf(order.orderId)).scenes);
    expect(text).toContain('<password>***</password>');
    expect(text).toContain('/orders/***/receipt');
    expect(text).not.toContain(order.orderId);
  });

  it('exclude messages about the invoice that were sent with another terminal', async () => {
    const order = await seqrOrder();
    configure({ SEQR_TERMINAL_ID: 'another' });
    const { scenes } = await scenesOf(order.orderId);
    configure({ SEQR_TERMINAL_ID: '' });
    expect(scenes.filter(({ kind }) => kind === 'message')).toEqual([]);
  });

  it('contain only the shop’s steps while the sandbox does not answer', async () => {
    const order = await seqrOrder();
    const address = process.env.SEQR_WSDL_URL ?? '';
    configure({ SEQR_WSDL_URL: 'http://127.0.0.1:9/soap?wsdl' });
    const { scenes, isComplete } = await scenesOf(order.orderId);
    configure({ SEQR_WSDL_URL: address });
    expect(isComplete).toBe(false);
    expect(scenes.map(summarize)).toEqual(['ordered', '1: CREATED → ISSUED']);
  });
});

describe('access to an order’s scenes', () => {
  it('is given to the visitor who placed the order, and to the merchant', async () => {
    const { orderId } = await seqrOrder();
    for (const other of ['another visitor', '', null]) {
      expect(await maySeeScenes(orderId, other)).toBe(false);
      expect(await getOwnScenes(orderId, other)).toBeNull();
    }
    expect(await maySeeScenes('unknown', 'visitor')).toBe(false);
    expect(await maySeeScenes(orderId, 'visitor')).toBe(true);
    expect(await getOrderScenes(signedIn(), { id: orderId })).toMatchObject({ isComplete: true });
    const office = (visitorId: string) => getOrderScenes({ actor: 'Visitor', visitorId }, { id: orderId });
    expect(await office('visitor')).toMatchObject({ isComplete: true });
    expect(await office('another visitor')).toBeNull();
  });

  it.each([
    ['the shop does not show them', { BEHIND_THE_SCENES: 'off' }],
    ['there is no sandbox', { SEQR_SANDBOX: 'off' }],
  ])('is given to nobody if %s', async (_, change) => {
    const { orderId } = await seqrOrder();
    configure(change);
    expect(await getOwnScenes(orderId, 'visitor')).toBeNull();
    expect(await getOrderScenes(signedIn(), { id: orderId })).toBeNull();
  });

  it('is given to nobody if the shop uses a real SEQR', async () => {
    const { orderId } = await seqrOrder();
    const address = process.env.SEQR_WSDL_URL ?? '';
    configure({ SEQR_WSDL_URL: 'https://seqr.example/soap?wsdl', SEQR_SANDBOX: 'force' });
    const found = await getOwnScenes(orderId, 'visitor');
    configure({ SEQR_WSDL_URL: address });
    expect(found).toBeNull();
  });
});
