import { expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { enterPhase, isStopping } from '../server-phase';
import { addresses } from '../testing/checkouts';
import { issuedOrder } from '../testing/issued-order';
import { openScriptedShop } from '../testing/scripted-shop';
import { addProducts } from '../testing/shop-database';
import { runWatcherRound } from './payment-watcher';

const ORDERS = 20;
const CONCURRENCY = 8;

it('an ending process cancels no further invoices of expired orders', async () => {
  const { service, close } = await openScriptedShop();
  await addProducts([{ slug: 'jar', stock: ORDERS }]);
  for (let count = 0; count < ORDERS; count++) await issuedOrder('jar', addresses);
  const past = secondsAfter(now(), -1);
  await db().write(async (tx) => {
    await tx.payment.updateMany({ data: { expiresAt: past, nextCheckAt: past } });
    await tx.order.updateMany({ data: { expiresAt: past } });
  });
  const round = runWatcherRound();
  // The process is told to end while the first calls are in progress.
  while (service.count('cancelInvoice') === 0) await new Promise(setImmediate);
  enterPhase('stopping');
  await round;
  expect(isStopping()).toBe(true);
  expect(service.count('cancelInvoice')).toBeLessThanOrEqual(CONCURRENCY);
  expect(await db().read.order.count({ where: { state: 'EXPIRED' } })).toBe(service.count('cancelInvoice'));
  await close();
});
