import { setTimeout as letOthersRun } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { config } from '../config';
import { db } from '../db/client';
import { newKey } from '../ids';
import { createOrder } from '../orders/create-order';
import { forgetGlobal } from '../process-global';
import { seqr } from '../seqr/from-config';
import { startRealSandbox } from '../testing/real-sandbox';
import { addProducts, stockOf, useShopDatabase } from '../testing/shop-database';
import { seqrIsDown } from './breaker';
import { onChange } from './bus';
import { issueInvoice } from './issue-invoice';
import { handleNotification } from './notify';
import { openAttempt } from './open-attempt';
import { workOutbox } from './outbox';
import { noteNotifications, notificationsArrive } from './schedule';
import { runWatcherRound, startWatcher } from './watcher';

// Against the sandbox in a process of its own. The clocks of both are moved, so nobody waits; SEQR's 20 seconds pass too.

let sandbox: Awaited<ReturnType<typeof startRealSandbox>>;
let close: () => Promise<void>;
/** Nothing listens there: whether notifications arrive is for each test to say. */
const addresses = { forSeqr: 'http://127.0.0.1:9', forBuyer: 'http://shop.test' };

/** The references that SEQR was asked about, in order, and how many questions were under way at once at most. */
const heard = { asked: [] as string[], canceled: [] as string[], now: 0, most: 0 };

beforeAll(async () => {
  close = useShopDatabase();
  sandbox = await startRealSandbox();
  listen();
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  seqr().close();
  await sandbox.stop();
  await close();
});
beforeEach(() => {
  noteNotifications(false);
  Object.assign(heard, { asked: [], canceled: [], now: 0, most: 0 });
});
/** What a test leaves open runs out, so that the next one's watcher has its own to ask about only. */
afterEach(async () => {
  await sandbox.behave();
  await sandbox.passTime(3600);
  await runWatcherRound();
});

/** Puts an ear to the client; every call still goes out. */
function listen(): void {
  const client = seqr();
  const { getPaymentStatus, cancelInvoice } = client;
  client.getPaymentStatus = async (question, ...more) => {
    heard.asked.push(question.invoiceReference);
    heard.most = Math.max(heard.most, ++heard.now);
    return getPaymentStatus(question, ...more).finally(() => heard.now--);
  };
  client.cancelInvoice = (request, ...more) => {
    heard.canceled.push(request.invoiceReference);
    return cancelInvoice(request, ...more);
  };
}

let serial = 0;
async function newProduct(stock = 5): Promise<string> {
  const slug = `w${serial++}`;
  await addProducts([{ slug, stock }]);
  return slug;
}

/** An order of one piece whose invoice is out. */
async function issued(given?: string) {
  const slug = given ?? (await newProduct());
  const { orderId, paymentId } = await db().write(async (tx) => {
    const created = await createOrder(tx, {
      checkoutKey: newKey(),
      requestHash: '',
      visitorId: null,
      clientAddress: null,
      items: [{ slug, quantity: 1 }],
      customer: { name: 'Å', email: 'a@b.se', address: 'x', postalCode: '12345', city: 'y', country: 'SE' },
      delivery: 'standard',
      deliveryName: 'Standard delivery',
      paymentMethod: 'seqr',
      language: 'en',
      paymentTimeoutSeconds: config().paymentTimeoutSeconds,
    });
    if (!created.ok) throw new Error(created.reason);
    const { id } = await openAttempt(tx, created.order, created.order.expiresAt);
    return { orderId: created.order.id, paymentId: id };
  });
  await issueInvoice(paymentId, addresses);
  const { invoiceReference } = await db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  if (invoiceReference === null) throw new Error('no invoice');
  const states = async () => {
    const { state, payments } = await db().read.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { payments: true },
    });
    return [state, ...payments.map((payment) => payment.state)];
  };
  return { orderId, slug, reference: invoiceReference, states };
}
type Issued = Awaited<ReturnType<typeof issued>>;

const several = (count: number, slug: string) => Promise.all(Array.from({ length: count }, () => issued(slug)));
const openPage = ({ orderId }: Issued) => onChange(orderId, () => {});

const underWay = async (count: number) => {
  while (heard.now !== count) await letOthersRun(5);
};

/** Lets time pass second by second, the watcher looking at each; the seconds at which SEQR was asked about the payment. */
async function secondsOfQuestions({ reference }: Issued, until: number): Promise<number[]> {
  const seconds: number[] = [];
  for (let second = 1; second <= until; second++) {
    await sandbox.passTime(1);
    const before = heard.asked.length;
    await runWatcherRound();
    await underWay(0); // on a busy machine an answer may take longer than the watcher has patience
    for (const asked of heard.asked.slice(before)) if (asked === reference) seconds.push(second);
  }
  return seconds;
}

/** A payment that SEQR could tell the shop of. */
async function letNotificationsArrive(): Promise<void> {
  const { reference, orderId } = await issued();
  await sandbox.pay(reference);
  await handleNotification(reference, orderId);
}

describe('an open payment', () => {
  it('is asked about every 8 s and not sooner once notifications have been seen to arrive, page or no page', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    const closePage = openPage(payment);
    expect(await secondsOfQuestions(payment, 25)).toEqual([8, 16, 24]);
    closePage();
  });

  it('is asked about once a second while its page is open where they have not been seen', async () => {
    const payment = await issued();
    const closePage = openPage(payment);
    expect(await secondsOfQuestions(payment, 6)).toEqual([1, 2, 3, 4, 5, 6]);
    closePage();
  });

  it('is asked about every 5 s where they have not been seen and no page is open', async () => {
    expect(await secondsOfQuestions(await issued(), 17)).toEqual([1, 6, 11, 16]);
  });

  it.each([true, false])('is never reversed for the shop’s silence (notifications seen: %s)', async (seen) => {
    if (seen) await letNotificationsArrive();
    const payment = await issued();
    await secondsOfQuestions(payment, 16);
    await sandbox.pay(payment.reference);
    await secondsOfQuestions(payment, 30);
    expect(await payment.states()).toEqual(['PAID', 'PAID']);
    expect(notificationsArrive()).toBe(false);
  });
});

describe('a question that fails', () => {
  it('is followed by others, a second apart, until one is answered', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    const failing = { kind: 'http', status: 503, times: 3, operation: 'getPaymentStatus' };
    await sandbox.misbehave({ ...failing, invoiceReference: payment.reference });
    expect(await secondsOfQuestions(payment, 20)).toEqual([8, 9, 10, 11, 19]);
  });

  it('for good, as a terminal that is blocked, waits for its turn', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    const blocked = { kind: 'resultCode', resultCode: 33, times: 1, operation: 'getPaymentStatus' };
    await sandbox.misbehave({ ...blocked, invoiceReference: payment.reference });
    expect(await secondsOfQuestions(payment, 20)).toEqual([8, 16]);
  });

  it('again and again, while SEQR’s 20 seconds run, loses nothing', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    await sandbox.pay(payment.reference);
    await sandbox.misbehave({ kind: 'down' });
    await secondsOfQuestions(payment, 10);
    await sandbox.behave();
    // SEQR's clock goes on while a test runs, so some of the 20 seconds are left for that.
    const failing = { kind: 'close', afterWork: false, times: 4, operation: 'getPaymentStatus' };
    await sandbox.misbehave({ ...failing, invoiceReference: payment.reference });
    await secondsOfQuestions(payment, 10);
    expect(await payment.states()).toEqual(['PAID', 'PAID']);
  });
});

describe('a question that SEQR is slow to answer', () => {
  const isDueBy = async ({ orderId }: Issued, seconds: number) => {
    const { nextCheckAt } = await db().read.payment.findFirstOrThrow({ where: { orderId } });
    return nextCheckAt !== null && nextCheckAt.getTime() <= Date.now() + seconds * 1000;
  };
  it('holds up no other payment’s', async () => {
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
    expect(heard.asked.toSorted()).toEqual(open.map(({ reference }) => reference).toSorted());
    expect(heard.now).toBe(8);
    await underWay(0);
  });

  it('is followed by another a second later, long before it is given up', async () => {
    await letNotificationsArrive();
    const payment = await issued();
    const { reference } = payment;
    const silence = { kind: 'delay', seconds: 3, operation: 'getPaymentStatus', times: 1 };
    await sandbox.misbehave({ ...silence, invoiceReference: reference });
    await sandbox.passTime(8);
    heard.asked.length = 0;
    await runWatcherRound();
    await sandbox.pay(reference);
    while (!(await isDueBy(payment, 1))) await letOthersRun(5);
    await sandbox.passTime(1);
    await runWatcherRound();
    expect(heard.asked).toEqual([reference, reference]);
    expect(await payment.states()).toEqual(['PAID', 'PAID']);
    await underWay(0);
  });

  it('is followed by another a second later if a hint comes meanwhile', async () => {
    await letNotificationsArrive();
    const { reference, orderId } = await issued();
    const delay = { kind: 'delay', seconds: 1, operation: 'getPaymentStatus', times: 1 };
    await sandbox.misbehave({ ...delay, invoiceReference: reference });
    await sandbox.passTime(9);
    heard.asked.length = 0;
    const round = runWatcherRound();
    await underWay(1);
    await handleNotification(reference, orderId);
    await round;
    expect(heard.asked).toEqual([reference]);
    await sandbox.passTime(1);
    await runWatcherRound();
    expect(heard.asked).toEqual([reference, reference]);
  });
});

describe('after a restart', () => {
  it('every open payment is asked about at once and once, 8 at a time', async () => {
    await letNotificationsArrive();
    const open = await several(20, await newProduct(20));
    await runWatcherRound();
    heard.asked.length = 0;
    forgetGlobal('watcher');
    const { caughtUp, stop } = startWatcher();
    await caughtUp;
    await stop();
    expect(heard.asked.toSorted()).toEqual(open.map(({ reference }) => reference).toSorted());
    expect(heard.most).toBe(8);
  });

  it('whoever has waited longest comes first', async () => {
    await letNotificationsArrive();
    const older = await issued();
    await sandbox.passTime(4);
    const younger = await issued();
    await sandbox.passTime(4);
    await runWatcherRound();
    await sandbox.passTime(1);
    heard.asked.length = 0;
    forgetGlobal('watcher');
    await startWatcher().stop();
    expect(heard.asked).toEqual([younger.reference, older.reference]);
  });
});

describe('where more are due than can be asked about at once', () => {
  it('the newest does not wait for all that have waited longer', async () => {
    await letNotificationsArrive();
    await several(12, await newProduct(12));
    await sandbox.passTime(1);
    const { reference } = await issued();
    await sandbox.passTime(8);
    heard.asked.length = 0;
    await runWatcherRound();
    expect(heard.asked.indexOf(reference)).toBeLessThan(8);
    expect(new Set(heard.asked).size).toBe(13);
  });
});

describe('while SEQR is down', () => {
  // Five calls without an answer tell; at the fifth, seven more are on their way.
  const untilKnown = 12;
  /** How many questions went out in each of these rounds. */
  const rounds = async (count: number) => {
    const asked: number[] = [];
    for (let round = 0; round < count; round++) {
      const before = heard.asked.length + heard.canceled.length;
      await runWatcherRound();
      asked.push(heard.asked.length + heard.canceled.length - before);
    }
    return asked;
  };

  it('one payment is asked about at a time; when it is back each is asked about once, 8 at a time, and all are known', async () => {
    const open = await several(30, await newProduct(30));
    await sandbox.misbehave({ kind: 'down' });
    for (const { reference } of open) await sandbox.pay(reference);
    await sandbox.passTime(5);
    const [first = 0, ...later] = await rounds(4);
    expect(first).toBeLessThanOrEqual(untilKnown);
    expect(later).toEqual([1, 1, 1]);
    expect(seqrIsDown()).toBe(true);

    await sandbox.behave();
    await sandbox.passTime(2);
    Object.assign(heard, { asked: [], most: 0 });
    expect(await rounds(3)).toEqual([1, 29, 0]);
    expect(seqrIsDown()).toBe(false);
    expect(new Set(heard.asked).size).toBe(30);
    expect(heard.most).toBeLessThanOrEqual(8);
    const states = await Promise.all(open.map(({ states }) => states()));
    expect(states).toEqual(open.map(() => ['PAID', 'PAID']));
  });

  it('invoices whose time is up are withdrawn one at a time too', async () => {
    const open = await several(20, await newProduct(20));
    await sandbox.misbehave({ kind: 'down' });
    await sandbox.passTime(config().paymentTimeoutSeconds);
    const [first = 0, ...later] = await rounds(3);
    expect(first).toBeLessThanOrEqual(untilKnown);
    expect(later).toEqual([1, 1]);
    await sandbox.behave();
    await sandbox.passTime(2);
    await rounds(2);
    const states = await Promise.all(open.map(({ states }) => states()));
    expect(states).toEqual(open.map(() => ['EXPIRED', 'EXPIRED']));
  });
});

describe('an unpaid invoice', () => {
  /** SEQR says that the invoice is canceled, and lets the payer confirm it all the same. */
  async function slipsInAfterTheEnd(stock: number) {
    const payment = await issued(await newProduct(stock));
    const { reference } = payment;
    await sandbox.misbehave({
      kind: 'resultCode',
      resultCode: 95,
      operation: 'cancelInvoice',
      invoiceReference: reference,
    });
    await sandbox.passTime(config().paymentTimeoutSeconds);
    await runWatcherRound();
    expect(await payment.states()).toEqual(['EXPIRED', 'EXPIRED']);
    await sandbox.pay(reference);
    return payment;
  }

  it('is canceled when PAYMENT_TIMEOUT is over and not sooner, one interval later at most, and its goods go back', async () => {
    const payment = await issued();
    await sandbox.passTime(config().paymentTimeoutSeconds - 1);
    await runWatcherRound();
    expect(await payment.states()).toEqual(['PENDING', 'ISSUED']);
    expect(await stockOf(payment.slug)).toEqual({ stock: 4, reserved: 1, sold: 0 });
    await sandbox.passTime(8);
    await runWatcherRound();
    expect(await payment.states()).toEqual(['EXPIRED', 'EXPIRED']);
    expect(await stockOf(payment.slug)).toEqual({ stock: 5, reserved: 0, sold: 0 });
    expect(heard.canceled).toEqual([payment.reference]);
    await expect(sandbox.pay(payment.reference)).rejects.toThrow('409');
  });

  it('that is paid at the last moment is honoured', async () => {
    const payment = await issued();
    await sandbox.passTime(config().paymentTimeoutSeconds);
    await sandbox.pay(payment.reference);
    await runWatcherRound();
    expect(await payment.states()).toEqual(['PAID', 'PAID']);
    expect(await stockOf(payment.slug)).toEqual({ stock: 4, reserved: 0, sold: 1 });
  });

  it('that is paid after the end is honoured if the goods are still there', async () => {
    const { orderId, reference, slug, states } = await slipsInAfterTheEnd(1);
    await handleNotification(reference, orderId);
    expect(await states()).toEqual(['PAID', 'PAID']);
    expect(await stockOf(slug)).toEqual({ stock: 0, reserved: 0, sold: 1 });
    await workOutbox('mail');
    expect(await db().read.mail.findMany({ where: { orderId } })).toMatchObject([{ kind: 'receipt' }]);
  });

  it('that is paid after the end goes back at once if they are sold, and the buyer is told', async () => {
    const { orderId, reference, slug, states } = await slipsInAfterTheEnd(1);
    const other = await issued(slug);
    await handleNotification(reference, orderId);
    await runWatcherRound();
    expect(await states()).toEqual(['EXPIRED', 'PAID']);
    expect(await other.states()).toEqual(['PENDING', 'ISSUED']);
    const { amount } = await db().read.payment.findFirstOrThrow({ where: { orderId } });
    expect(await db().read.refund.findMany({ where: { orderId } })).toMatchObject([{ state: 'DONE', amount }]);
    await workOutbox('mail');
    const [mail, ...more] = await db().read.mail.findMany({ where: { orderId } });
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^Your payment for order T-\d+ is returned$/);
  });
});
