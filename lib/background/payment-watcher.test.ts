import { setTimeout as letOthersRun } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { config } from '../config';
import { db } from '../db/client';
import { onChange } from '../orders/order-changes';
import { seqrIsDown } from '../payments/breaker';
import { handleNotification } from '../payments/handle-notification';
import { noteNotifications, notificationsArrive } from '../payments/schedule';
import { forgetGlobal } from '../process-global';
import { seqr } from '../seqr/from-config';
import { issuedOrder } from '../testing/issued-order';
import { startRealSandbox } from '../testing/real-sandbox';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { runWatcherRound, startWatcher } from './payment-watcher';

// Uses a sandbox in its own process. The tests move the clocks of shop and sandbox, so SEQR's 20 seconds pass without
// waiting.

let sandbox: Awaited<ReturnType<typeof startRealSandbox>>;
let close: () => Promise<void>;
/** Nothing listens here; each test decides whether notifications arrive. */
const addresses = { forSeqr: 'http://127.0.0.1:9', forBuyer: 'http://shop.test' };

/**
 * The references that SEQR received, in order, and the highest number of concurrent getPaymentStatus calls. No call
 * reaches SEQR before `together` of them are in progress.
 */
const none = { queried: [] as string[], canceled: [] as string[], inProgress: 0, mostInProgress: 0, together: 0 };
const calls = { ...none };

beforeAll(async () => {
  close = await openShopDatabase();
  sandbox = await startRealSandbox();
  recordCalls();
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  seqr().close();
  await sandbox.stop();
  await close();
});
beforeEach(async () => {
  await noteNotifications(false);
  Object.assign(calls, { ...none, queried: [], canceled: [] });
});
/** Lets every open payment time out, so that the next test's watcher finds only its own payments. */
afterEach(async () => {
  await sandbox.behave();
  await sandbox.passTime(3600);
  await runWatcherRound();
});

/** Records the calls, which still reach the sandbox. */
function recordCalls(): void {
  const client = seqr();
  const { getPaymentStatus, cancelInvoice } = client;
  client.getPaymentStatus = async (question, ...more) => {
    calls.queried.push(question.invoiceReference);
    calls.mostInProgress = Math.max(calls.mostInProgress, ++calls.inProgress);
    while (calls.mostInProgress < calls.together) await letOthersRun(5);
    return getPaymentStatus(question, ...more).finally(() => calls.inProgress--);
  };
  client.cancelInvoice = (request, ...more) => {
    calls.canceled.push(request.invoiceReference);
    return cancelInvoice(request, ...more);
  };
}

let serial = 0;
async function newProduct(stock = 5): Promise<string> {
  const slug = `w${serial++}`;
  await addProducts([{ slug, stock }]);
  return slug;
}

const issued = async (slug?: string) => issuedOrder(slug ?? (await newProduct()), addresses);
type Issued = Awaited<ReturnType<typeof issued>>;

const several = (count: number, slug: string) => Promise.all(Array.from({ length: count }, () => issued(slug)));
const openPage = ({ orderId }: Issued) => onChange(orderId, () => {});

const untilInProgress = async (count: number) => {
  while (calls.inProgress !== count) await letOthersRun(5);
};

/**
 * Advances time second by second and runs the watcher after each. Returns the seconds at which SEQR was asked about the
 * payment.
 */
async function secondsOfQueries({ reference }: Issued, until: number): Promise<number[]> {
  const seconds: number[] = [];
  for (let second = 1; second <= until; second++) {
    await sandbox.passTime(1);
    const before = calls.queried.length;
    await runWatcherRound();
    await untilInProgress(0); // on a busy machine, an answer may take longer than the watcher waits
    for (const queried of calls.queried.slice(before)) if (queried === reference) seconds.push(second);
  }
  return seconds;
}

/** Makes a payment whose notification reaches the shop. */
async function letNotificationsArrive(): Promise<void> {
  const { reference, orderId } = await issued();
  await sandbox.pay(reference);
  await handleNotification(reference, orderId);
}

describe('an open payment', () => {
  it('is checked every 8 s once notifications arrive, with or without an open page', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    const closePage = openPage(payment);
    expect(await secondsOfQueries(payment, 25)).toEqual([8, 16, 24]);
    closePage();
  });

  it('is checked once a second while its page is open and no notification has arrived', async () => {
    const payment = await issued();
    const closePage = openPage(payment);
    expect(await secondsOfQueries(payment, 6)).toEqual([1, 2, 3, 4, 5, 6]);
    closePage();
  });

  it('is checked every 5 s while no page is open and no notification has arrived', async () => {
    expect(await secondsOfQueries(await issued(), 17)).toEqual([1, 6, 11, 16]);
  });

  it.each([true, false])(
    'is never reversed by SEQR for a missing status call (notifications arrive: %s)',
    async (seen) => {
      if (seen) await letNotificationsArrive();
      const payment = await issued();
      await secondsOfQueries(payment, 16);
      await sandbox.pay(payment.reference);
      await secondsOfQueries(payment, 30);
      expect(await payment.states()).toEqual(['PAID', 'PAID']);
      expect(notificationsArrive()).toBe(false);
    },
  );
});

describe('a status call that fails', () => {
  it('is retried every second until SEQR answers', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    const failing = { kind: 'http', status: 503, times: 3, operation: 'getPaymentStatus' };
    await sandbox.misbehave({ ...failing, invoiceReference: payment.reference });
    expect(await secondsOfQueries(payment, 20)).toEqual([8, 9, 10, 11, 19]);
  });

  it('is retried on schedule if the error is permanent, such as a blocked terminal', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    const blocked = { kind: 'resultCode', resultCode: 33, times: 1, operation: 'getPaymentStatus' };
    await sandbox.misbehave({ ...blocked, invoiceReference: payment.reference });
    expect(await secondsOfQueries(payment, 20)).toEqual([8, 16]);
  });

  it('loses no payment even if it fails repeatedly within SEQR’s 20 seconds', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    await sandbox.pay(payment.reference);
    await sandbox.misbehave({ kind: 'down' });
    await secondsOfQueries(payment, 10);
    await sandbox.behave();
    // SEQR's clock continues while the test runs, so leave some of the 20 seconds for that.
    const failing = { kind: 'close', afterWork: false, times: 4, operation: 'getPaymentStatus' };
    await sandbox.misbehave({ ...failing, invoiceReference: payment.reference });
    await secondsOfQueries(payment, 10);
    expect(await payment.states()).toEqual(['PAID', 'PAID']);
  });
});

describe('a slow status call', () => {
  const isDueBy = async ({ orderId }: Issued, seconds: number) => {
    const { nextCheckAt } = await db().read.payment.findFirstOrThrow({ where: { orderId } });
    return nextCheckAt !== null && nextCheckAt.getTime() <= Date.now() + seconds * 1000;
  };
  it('does not delay the checks of other payments', async () => {
    const open = await several(9, await newProduct(9));
    for (const { reference } of open.slice(0, 8)) {
      await sandbox.misbehave({
        kind: 'delay',
        seconds: 4,
        operation: 'getPaymentStatus',
        invoiceReference: reference,
      });
    }
    await sandbox.passTime(2);
    await runWatcherRound();
    expect(calls.queried.toSorted()).toEqual(open.map(({ reference }) => reference).toSorted());
    expect(calls.inProgress).toBe(8);
    await untilInProgress(0);
  });

  it('is followed by another one a second later, long before it times out', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    const { reference } = payment;
    const silence = { kind: 'delay', seconds: 3, operation: 'getPaymentStatus', times: 1 };
    await sandbox.misbehave({ ...silence, invoiceReference: reference });
    await sandbox.passTime(8);
    calls.queried.length = 0;
    await runWatcherRound();
    await sandbox.pay(reference);
    while (!(await isDueBy(payment, 1))) await letOthersRun(5);
    await sandbox.passTime(1);
    await runWatcherRound();
    expect(calls.queried).toEqual([reference, reference]);
    expect(await payment.states()).toEqual(['PAID', 'PAID']);
    await untilInProgress(0);
  });

  it('is followed by another one a second later if a notification arrives meanwhile', async () => {
    await letNotificationsArrive();
    const { reference, orderId } = await issued();
    const delay = { kind: 'delay', seconds: 1, operation: 'getPaymentStatus', times: 1 };
    await sandbox.misbehave({ ...delay, invoiceReference: reference });
    await sandbox.passTime(9);
    calls.queried.length = 0;
    const round = runWatcherRound();
    await untilInProgress(1);
    await handleNotification(reference, orderId);
    await round;
    expect(calls.queried).toEqual([reference]);
    await sandbox.passTime(1);
    await runWatcherRound();
    expect(calls.queried).toEqual([reference, reference]);
  });
});

describe('after a restart', () => {
  it('checks every open payment immediately and once, 8 at a time', async () => {
    await letNotificationsArrive();
    const open = await several(20, await newProduct(20));
    await runWatcherRound();
    Object.assign(calls, { queried: [], together: 8 });
    forgetGlobal('watcher');
    const { caughtUp, stop } = startWatcher();
    await caughtUp;
    await stop();
    expect(calls.queried.toSorted()).toEqual(open.map(({ reference }) => reference).toSorted());
    expect(calls.mostInProgress).toBe(8);
  });

  it('checks the payment that has waited longest first', async () => {
    await letNotificationsArrive();
    const older = await issued();
    await sandbox.passTime(4);
    const younger = await issued();
    await sandbox.passTime(4);
    await runWatcherRound();
    await sandbox.passTime(1);
    calls.queried.length = 0;
    forgetGlobal('watcher');
    await startWatcher().stop();
    expect(calls.queried).toEqual([younger.reference, older.reference]);
  });
});

describe('more due payments than concurrent checks', () => {
  it('checks the newest payment before all older ones are done', async () => {
    await letNotificationsArrive();
    await several(12, await newProduct(12));
    await sandbox.passTime(1);
    const { reference } = await issued();
    await sandbox.passTime(8);
    calls.queried.length = 0;
    await runWatcherRound();
    expect(calls.queried.indexOf(reference)).toBeLessThan(8);
    expect(new Set(calls.queried).size).toBe(13);
  });
});

describe('while SEQR is down', () => {
  // SEQR counts as down after five failed calls; by the fifth, seven more are in progress.
  const maxCallsUntilDown = 12;
  /** The number of calls sent in each of these rounds. */
  const rounds = async (count: number) => {
    const sent: number[] = [];
    for (let round = 0; round < count; round++) {
      const before = calls.queried.length + calls.canceled.length;
      await runWatcherRound();
      sent.push(calls.queried.length + calls.canceled.length - before);
    }
    return sent;
  };

  it('checks one payment at a time; afterwards checks each once, 8 at a time, and books all', async () => {
    const open = await several(30, await newProduct(30));
    await sandbox.misbehave({ kind: 'down' });
    for (const { reference } of open) await sandbox.pay(reference);
    await sandbox.passTime(5);
    const [first = 0, ...later] = await rounds(4);
    expect(first).toBeLessThanOrEqual(maxCallsUntilDown);
    expect(later).toEqual([1, 1, 1]);
    expect(seqrIsDown()).toBe(true);

    await sandbox.behave();
    await sandbox.passTime(2);
    Object.assign(calls, { queried: [], mostInProgress: 0 });
    expect(await rounds(3)).toEqual([1, 29, 0]);
    expect(seqrIsDown()).toBe(false);
    expect(new Set(calls.queried).size).toBe(30);
    expect(calls.mostInProgress).toBeLessThanOrEqual(8);
    const states = await Promise.all(open.map(({ states }) => states()));
    expect(states).toEqual(open.map(() => ['PAID', 'PAID']));
  });

  it('cancels timed-out invoices one at a time too', async () => {
    const open = await several(20, await newProduct(20));
    await sandbox.misbehave({ kind: 'down' });
    await sandbox.passTime(config().paymentTimeoutSeconds);
    const [first = 0, ...later] = await rounds(3);
    expect(first).toBeLessThanOrEqual(maxCallsUntilDown);
    expect(later).toEqual([1, 1]);
    await sandbox.behave();
    await sandbox.passTime(2);
    await rounds(2);
    const states = await Promise.all(open.map(({ states }) => states()));
    expect(states).toEqual(open.map(() => ['EXPIRED', 'EXPIRED']));
  });
});
