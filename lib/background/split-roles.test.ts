import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { listOpenPages, onChange } from '../orders/order-changes';
import { noteSeqrCall, seqrIsDown } from '../payments/breaker';
import { handleNotification } from '../payments/handle-notification';
import { forgetGlobal } from '../process-global';
import { SeqrError } from '../seqr/seqr-error';
import { exchangeSignals } from '../signals/share-signals';
import { runBackgroundRound } from '../testing/background-round';
import { configure } from '../testing/configure';
import { issuedOrder } from '../testing/issued-order';
import { databases, openScriptedShop } from '../testing/scripted-shop';
import { addProducts } from '../testing/shop-database';
import { startWorker } from '../testing/start-worker';

// Makes the same purchases in a shop of one process, and in a shop of two: this process (web) and another one (worker).

describe.each(databases)('on %s', (database) => {
  let shop: Awaited<ReturnType<typeof openScriptedShop>>;
  let worker: Awaited<ReturnType<typeof startWorker>>;
  const addresses = { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' };

  beforeAll(async () => {
    shop = await openScriptedShop(30, database);
    await addProducts([{ slug: 'jar', stock: 100 }]);
    worker = await startWorker();
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  }, 60_000);
  afterAll(async () => {
    vi.useRealTimers();
    await worker.stop();
    await shop.close();
  });
  beforeEach(forget);

  async function forget(): Promise<void> {
    await db().write((tx) => tx.signal.deleteMany());
    for (const name of ['memory-signals', 'shared-signals', 'seqr-breaker']) forgetGlobal(name);
  }

  const roles = {
    one: async () => {
      configure({ SHOP_ROLE: 'all' });
      return runBackgroundRound;
    },
    split: async () => {
      configure({ SHOP_ROLE: 'web' });
      return () => worker.round();
    },
  };

  /** Makes a purchase that is paid after ten seconds. Returns the calls to SEQR, each with its second. */
  async function purchase(work: () => Promise<void>, { isNotified = false, hasPage = false }): Promise<string[]> {
    const { orderId, reference, states } = await issuedOrder('jar', addresses);
    const closePage = hasPage ? onChange(orderId, () => {}) : () => {};
    const calls: string[] = [];
    for (let second = 1; !calls.some((call) => call.includes('submitPaymentReceipt')); second++) {
      vi.advanceTimersByTime(1_000);
      const before = shop.service.calls.length;
      if (second === 10) shop.service.set(reference, { status: 'PAID' });
      if (second === 10 && isNotified) await handleNotification(reference, orderId);
      await exchangeSignals(listOpenPages);
      await work();
      calls.push(...shop.service.calls.slice(before).map((call) => `${second} ${call.replace(reference, 'it')}`));
    }
    closePage();
    expect(await states()).toEqual(['PAID', 'PAID']);
    return calls;
  }

  const scenarios = {
    'with notifications': [{ isNotified: true }, { isNotified: true }, { isNotified: true, hasPage: true }],
    'without notifications': [{}],
    'without notifications, with an open page': [{ hasPage: true }],
    'once notifications no longer arrive': [{ isNotified: true }, {}, { hasPage: true }],
  };

  describe.each(Object.entries(scenarios))('a paid order %s', (_, purchases) => {
    it('costs the same calls to SEQR in two processes as in one', async () => {
      const calls: Record<'one' | 'split', string[][]> = { one: [], split: [] };
      for (const role of ['one', 'split'] as const) {
        await forget();
        const work = await roles[role]();
        for (const options of purchases) calls[role].push(await purchase(work, options));
      }
      expect(calls.split).toEqual(calls.one);
      expect(calls.one.at(-1)?.length).toBeGreaterThan(1);
    }, 60_000);
  });

  describe('SEQR', () => {
    const failure = new SeqrError({ operation: 'getPaymentStatus', reason: 'a test', kind: 'timeout' });

    it('counts as down in all processes once one of them reports it, until any of them gets an answer', async () => {
      const work = await roles.split();
      const { reference, orderId } = await issuedOrder('jar', addresses);
      for (let count = 0; count < 5; count++) {
        shop.service.instead.set('getPaymentStatus', (response) => response.destroy());
        vi.advanceTimersByTime(1_000);
        await work();
      }
      expect(seqrIsDown()).toBe(false);
      await exchangeSignals(listOpenPages);
      expect(seqrIsDown()).toBe(true);

      vi.advanceTimersByTime(1_000);
      await handleNotification(reference, orderId);
      expect(seqrIsDown()).toBe(false);
      for (let count = 0; count < 4; count++) noteSeqrCall(failure);
      await exchangeSignals(listOpenPages);
      expect(seqrIsDown()).toBe(false);
    });
  });
});
