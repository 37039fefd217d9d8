import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workOutbox } from '../background/effects';
import { db } from '../db/client';
import { getCurrentOrder } from '../payments/get-current-order';
import { handleNotification } from '../payments/handle-notification';
import { syncPayment } from '../payments/sync-payment';
import { portOf } from '../port-of';
import { forgetGlobal } from '../process-global';
import { seqr } from '../seqr/from-config';
import { newCheckout, rewind } from '../testing/checkouts';
import { configure } from '../testing/configure';
import { serveTestSandbox } from '../testing/sandbox/serve-test-sandbox';
import { openTestSandbox } from '../testing/sandbox/test-sandbox';
import { databases } from '../testing/scripted-shop';
import { openShopDatabase } from '../testing/shop-database';
import { startSmtpServer } from '../testing/smtp-server';
import { countStatements, type StatementCount } from '../testing/statement-count';
import { placeOrder } from './place-order';

// The limits are what a checkout takes now. Outcomes of effects share a commit if they end within a tenth of a second; the
// limit for effects allows one that does not. If one is exceeded, look for a row that is read twice or a write that could
// join another; `counter.list(shop)` shows the statements.

type Limits = Record<
  'paid' | 'effects' | 'sandbox' | 'statusCall',
  { prepared?: number; executed: number; commits?: number }
>;
const limitsOf: Record<(typeof databases)[number], Limits> = {
  sqlite: {
    paid: { executed: 27, commits: 4 },
    effects: { executed: 19, commits: 3 },
    sandbox: { executed: 30, commits: 4 },
    statusCall: { executed: 4, commits: 1 },
  },
  postgresql: {
    paid: { prepared: 3, executed: 31, commits: 4 },
    effects: { prepared: 3, executed: 23, commits: 3 },
    sandbox: { executed: 30, commits: 4 },
    statusCall: { prepared: 1, executed: 5, commits: 1 },
  },
};

/** What the sandbox does on timers: it logs its messages four times a second, and reads a terminal again once a second. */
const BY_THE_CLOCK = [
  { pattern: /^INSERT INTO "Message"/, executed: 4, commits: 1 },
  { pattern: /^SELECT .* FROM `main`.`(Terminal|Reseller)`/, executed: 1, commits: 0 },
];

/** Both queues begin together, as in the server. The watcher asks once a second, for all orders together. */
const runEffects = () => Promise.all([workOutbox('seqr'), workOutbox('mail')]);

const counter = countStatements();
afterAll(() => counter.stop());

describe.each(databases)('on %s', (database) => {
  const shop = database === 'sqlite' ? 'shop.db' : 'postgresql';
  const seqrSide = 'sandbox.db';
  const closing: (() => unknown)[] = [];
  let shopOrigin = '';
  let seqrOrigin = '';
  let sandbox: Awaited<ReturnType<typeof openTestSandbox>>['sandbox'];
  let noteHandled = () => {};

  beforeAll(async () => {
    // One connection for reads and one for writes, which have prepared all statements after the first checkout. `npm test`
    // runs each write twice on PostgreSQL, which would double the counts.
    configure({ DATABASE_CONNECTIONS: '2', TEST_WRITES: 'once' });
    closing.push(await openShopDatabase(database));
    const test = await openTestSandbox();
    sandbox = test.sandbox;
    sandbox.start();
    const service = await serveTestSandbox(test);
    const smtp = await startSmtpServer();
    const notified = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const [reference = ''] = /\d{8,}/.exec(Buffer.concat(chunks).toString()) ?? [];
      await handleNotification(reference, null);
      response.writeHead(204).end();
      noteHandled();
    });
    await new Promise<void>((resolve) => notified.listen(0, '127.0.0.1', resolve));
    shopOrigin = `http://127.0.0.1:${portOf(notified)}`;
    seqrOrigin = service.address;
    const endNotified = () => notified.close();
    closing.push(
      () => test.close(),
      service.close,
      smtp.close,
      endNotified,
      () => seqr().close(),
    );
    const wsdl = `${seqrOrigin}/soap/merchant/cashregister-2?wsdl`;
    configure({ SEQR_WSDL_URL: wsdl, SEQR_TIMEOUT: '30', SMTP_URL: smtp.url });
    await pay(await place());
    await runEffects();
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
    for (const name of ['shop-db', 'seqr']) forgetGlobal(name);
  });

  async function place() {
    const checkout = await newCheckout();
    // The results of earlier notifications are written later.
    await Promise.all(sandbox.deliveries.keys());
    counter.reset();
    const addresses = { forSeqr: shopOrigin, forBuyer: shopOrigin };
    const placed = await placeOrder(checkout, { visitorId: 'visitor', clientAddress: null }, addresses);
    if (!placed.ok) throw new Error(placed.reason);
    return placed.order;
  }

  /** Pays in the payer's app, and waits until the shop has handled SEQR's notification. */
  async function pay({ orderId, invoiceReference }: Awaited<ReturnType<typeof place>>): Promise<string> {
    const handled = new Promise<void>((resolve) => {
      noteHandled = resolve;
    });
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ pin: '1234' });
    await fetch(`${seqrOrigin}/sandbox/api/invoices/${invoiceReference}/pay`, { method: 'POST', body, headers });
    await handled;
    expect(await getCurrentOrder(orderId)).toMatchObject({ state: 'PAID' });
    return orderId;
  }

  /** Checks that the receipt document and the two mails are sent. */
  async function expectReceived(orderId: string): Promise<void> {
    const subjects = await db().read.payment.findMany({ where: { orderId } });
    const subjectId = { in: [orderId, ...subjects.map(({ id }) => id)] };
    expect(await db().read.outbox.count({ where: { subjectId, doneAt: { not: null } } })).toBe(3);
  }

  /** The counts, without what the sandbox does on timers. */
  function countsOf(name: string): StatementCount {
    const counts = { ...counter.of(name) };
    for (const sql of counter.list(name)) {
      const known = BY_THE_CLOCK.find(({ pattern }) => name === seqrSide && pattern.test(sql));
      counts.executed -= known?.executed ?? 0;
      counts.commits -= known?.commits ?? 0;
    }
    return counts;
  }

  /** The counts that exceed their limits. */
  function excess(name: string, { prepared = 0, executed, commits = 0 }: Limits['paid']) {
    const counts = countsOf(name);
    if (process.env.LIST_STATEMENTS)
      process.stdout.write(`${JSON.stringify(counts)}\n${counter.list(name).join('\n')}\n`);
    const limits: StatementCount = { prepared, executed, commits };
    return (['prepared', 'executed', 'commits'] as const)
      .filter((kind) => counts[kind] > limits[kind])
      .map((kind) => `${kind}: ${counts[kind]}, limit ${limits[kind]}`);
  }

  // On a busy machine, a call may take so long that the shop moves the next check forward, which is one more write.
  it('a checkout takes few statements and commits', { retry: 2 }, async () => {
    const orderId = await pay(await place());
    const limits = limitsOf[database];
    expect.soft(excess(shop, limits.paid), 'until the receipt is shown').toEqual([]);
    counter.reset(shop);
    await runEffects();
    expect.soft(excess(shop, limits.effects), 'for the receipt document and the mails').toEqual([]);
    await expectReceived(orderId);
    await Promise.all(sandbox.deliveries.keys());
    expect.soft(excess(seqrSide, limits.sandbox), 'in the sandbox').toEqual([]);
  });

  it('a status call that brings no news takes one write', { retry: 2 }, async () => {
    const { orderId } = await place();
    const { id } = await db().read.payment.findFirstOrThrow({ where: { orderId } });
    for (let n = 0; n < 2; n += 1) {
      await rewind(id, 2_000);
      counter.reset();
      expect(await syncPayment(id, 'watcher')).toBe('answered');
    }
    expect.soft(excess(shop, limitsOf[database].statusCall), 'in the shop').toEqual([]);
    expect.soft(excess(seqrSide, { executed: 1 }), 'in the sandbox').toEqual([]);
  });
});
