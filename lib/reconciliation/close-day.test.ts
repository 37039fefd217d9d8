import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '../db/client';
import { escapeHtml } from '../http/escape-html';
import { seqr } from '../seqr/from-config';
import { configure } from '../testing/configure';
import { addIncident, addPaidOrder, addRefund, addUnpaidOrder } from '../testing/order-rows';
import { openShopDatabase } from '../testing/shop-database';
import { type Answerer, answerOf, startService, success, type TestService } from '../testing/test-service';
import { advancePeriod } from './advance-period';
import { compareAgain, comparePeriod } from './compare-period';
import { requestPeriod } from './request-period';
import { leaveLostPeriod, retryReport, supplyPeriodId } from './settle-lost-period';
import { getReport, listLines } from './view-period';

/** Runs once, between a comparison's read of the ledger and its write. */
const hooks = vi.hoisted(() => ({ afterLedgerRead: async () => {} }));
vi.mock('./read-ledger', async (importOriginal) => {
  const { readLedger } = await importOriginal<typeof import('./read-ledger')>();
  return {
    readLedger: async (...args: Parameters<typeof readLedger>) => {
      const ledger = await readLedger(...args);
      const { afterLedgerRead } = hooks;
      hooks.afterLedgerRead = async () => {};
      await afterLedgerRead();
      return ledger;
    },
  };
});

let service: TestService;
let close: () => Promise<void>;
/** Answers to the next calls. If empty, the service marks and reports normally. */
let instead: Answerer[];
let marked: string[];
/** Rows of the next reports, as `reference amount`. */
let reported: string[];

beforeAll(async () => {
  close = await openShopDatabase();
  service = await startService((response, body, request) => {
    const answer = instead.shift() ?? perform;
    answer(response, body, request);
  });
  configure({ SEQR_WSDL_URL: `${service.address}?wsdl`, SEQR_TIMEOUT: '5' });
});
afterAll(async () => {
  seqr().close();
  await service.close();
  await close();
});
beforeEach(() => {
  [instead, marked, reported] = [[], [], []];
  service.requests.length = 0;
});
afterEach(() =>
  db().write(async (tx) => {
    await tx.period.deleteMany();
    await tx.refund.deleteMany();
    await tx.incident.deleteMany();
    await tx.payment.deleteMany();
    await tx.order.deleteMany();
  }),
);

const ready =
  (xml: string): Answerer =>
  (response) =>
    response.end(
      answerOf(
        'executeReport',
        `${success}<report><contentString>${escapeHtml(xml)}</contentString><title>r.xml</title></report>`,
      ),
    );
const refused =
  (operation: string, code: number): Answerer =>
  (response) =>
    response.end(answerOf(operation, `<resultCode>${code}</resultCode>`));
const by = { source: 'merchant', name: 'Åsa' } as const;
const hangUp: Answerer = (response) => response.destroy();

const perform: Answerer = (response, body, request) => {
  if (body.includes('markTransactionPeriod')) {
    const id = `20261123${String(marked.length).padStart(17, '0')}`;
    marked.push(id);
    response.end(answerOf('markTransactionPeriod', `${success}<transactionPeriodId>${id}</transactionPeriodId>`));
    return;
  }
  const [, period = '', terminal = ''] =
    /<key>transactionPeriodId<\/key><value>(\d+)<\/value><\/entry>(?:<entry><key>TERMINALID<\/key><value>(\w+)<)?/.exec(
      body,
    ) ?? [];
  ready(reportOf(period, reported, terminal))(response, body, request);
};

function reportOf(period: string, rows: readonly string[], terminal = ''): string {
  const of = terminal ? `<TerminalId>${terminal}</TerminalId>` : '';
  const detail = rows.map((row) => {
    const [reference, amount] = row.split(' ');
    return `<Row><TerminalId>public_test_shop_terminal</TerminalId><CashierId/><SalesAmount>${amount}000</SalesAmount><ErsReference>${reference}</ErsReference></Row>`;
  });
  return `<TransactionDetails><Meta><ResellerId>public_test_shop</ResellerId>${of}<TransactionPeriodId>${period}</TransactionPeriodId></Meta>${detail.join('')}</TransactionDetails>`;
}

async function request(scope: 'shop' | 'terminal' = 'shop'): Promise<string> {
  const closing = await requestPeriod(scope, 'test');
  if (!closing.ok) throw new Error(closing.reason);
  return closing.periodId;
}

const read = (id: string) => db().read.period.findUniqueOrThrow({ where: { id } });
const makeDue = (id: string) =>
  db().write((tx) => tx.period.updateMany({ where: { id, nextAt: { not: null } }, data: { nextAt: new Date(0) } }));
async function step(id: string) {
  await makeDue(id);
  await advancePeriod(id);
  return read(id);
}
async function finish(id: string) {
  for (let count = 0; count < 10 && (await read(id)).nextAt; count += 1) await step(id);
  return read(id);
}
const open = async (id: string) =>
  (await listLines(id, 'open', 100)).map((line) => [line.explanation, line.ersReference, line.orderNumber]);
const count = (operation: string) => service.requests.filter((body) => body.includes(`:${operation}>`)).length;

it('locks no order while it advances a closing', async () => {
  const id = await request();
  const write = vi.spyOn(db(), 'write');
  for (let count = 0; count < 10 && (await read(id)).nextAt; count += 1) {
    vi.setSystemTime(Date.now() + 60_000);
    await advancePeriod(id);
  }
  const scopes = write.mock.calls.map(([, scope]) => scope);
  write.mockRestore();
  vi.useRealTimers();
  expect((await read(id)).state).toBe('RECONCILED');
  expect(scopes.flat().filter((scope) => !scope?.startsWith('period '))).toEqual([]);
});

describe('closeDay', () => {
  it('marks, fetches the report and compares, step by step', async () => {
    await addRefund(await addPaidOrder('1', 500_00), 200_00, 'DONE', '2');
    reported = ['1 500.00', '2 -200.00'];
    const id = await request();
    expect((await step(id)).state).toBe('MARKED');
    expect((await step(id)).state).toBe('REPORTED');
    const period = await step(id);
    expect(period).toMatchObject({ state: 'RECONCILED', transactionPeriodId: marked[0], nextAt: null, failure: null });
    expect(period).toMatchObject({
      matchedCount: 2,
      matchedSum: 300_00n,
      openCount: 0,
      seqrSum: 300_00n,
      ourSum: 300_00n,
    });
    expect((await getReport(id))?.xml).toContain('<SalesAmount>500.00000</SalesAmount>');
  });

  it('polls every three seconds while the report is not ready', async () => {
    const id = await request();
    await step(id);
    instead = [refused('executeReport', 2), refused('executeReport', 94), hangUp];
    for (const failure of ['seqr:REPORT_NOT_READY', 'seqr:SERVICE_UNAVAILABLE', 'seqr:lost']) {
      const period = await step(id);
      expect(period).toMatchObject({ state: 'MARKED', failure });
      const pause = (period.nextAt?.getTime() ?? 0) - Date.now();
      expect(pause).toBeGreaterThan(1_000);
      expect(pause).toBeLessThanOrEqual(3_000);
    }
    expect((await finish(id)).state).toBe('RECONCILED');
    expect(marked).toHaveLength(1);
  });

  it('lists only what was booked since the last closing', async () => {
    await addPaidOrder('1', 100_00);
    reported = ['1 100.00'];
    await finish(await request());
    await addPaidOrder('2', 200_00);
    await addPaidOrder('3', 300_00);
    reported = ['2 200.00', '9 5.00'];
    const second = await request();
    expect(await finish(second)).toMatchObject({ matchedCount: 1, openCount: 2, openSum: 305_00n });
    expect((await open(second)).map(([explanation, reference]) => [explanation, reference]).sort()).toEqual([
      ['missing-payment', '3'],
      ['unknown-payment', '9'],
    ]);
  });

  it('removes a difference once a later report or the ledger explains it', async () => {
    await addPaidOrder('1', 100_00);
    const first = await request();
    expect((await finish(first)).openCount).toBe(1);
    reported = ['1 100.00', '2 50.00'];
    const second = await request();
    await finish(second);
    expect((await read(first)).openCount).toBe(0);
    expect(await open(second)).toEqual([['unknown-payment', '2', null]]);
    await addPaidOrder('2', 50_00);
    await comparePeriod(second);
    expect((await read(second)).openCount).toBe(0);
  });

  it('can be compared again at any time after its first comparison', async () => {
    const orderId = await addPaidOrder('1', 100_00);
    await addRefund(orderId, 40_00, 'UNKNOWN', null);
    reported = ['1 100.00', '7 -40.00'];
    const id = await request();
    await step(id);
    expect(await compareAgain(id)).toBe(false);
    expect((await finish(id)).openCount).toBe(1);
    await db().write((tx) =>
      tx.refund.updateMany({ where: { orderId }, data: { state: 'DONE', ersReference: '7', settledAt: new Date() } }),
    );
    for (const again of [compareAgain(id), compareAgain(id), compareAgain(id)]) expect(await again).toBe(true);
    expect(await read(id)).toMatchObject({ state: 'RECONCILED', matchedCount: 2, openCount: 0, openSum: 0n });
    expect(await db().read.periodLine.count({ where: { periodId: id } })).toBe(2);
    expect(count('executeReport')).toBe(1);
  });

  it('keeps the comparison with the latest ledger, even if an older one finishes later', async () => {
    reported = ['1 100.00'];
    const id = await request();
    expect((await finish(id)).openCount).toBe(1);
    hooks.afterLedgerRead = async () => {
      await addPaidOrder('1', 100_00);
      expect(await compareAgain(id)).toBe(true);
      expect((await read(id)).openCount).toBe(0);
    };
    expect(await compareAgain(id)).toBe(true);
    expect(await read(id)).toMatchObject({ matchedCount: 1, openCount: 0 });
    expect(await open(id)).toEqual([]);
  });

  it('reports that a refund was made although its answer was lost', async () => {
    const orderId = await addPaidOrder('1', 100_00);
    await addRefund(orderId, 40_00, 'UNKNOWN', null);
    reported = ['1 100.00', '7 -40.00'];
    const id = await request();
    await finish(id);
    const { number } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
    expect(await open(id)).toEqual([['refund-in-doubt', '7', `T-${number}`]]);
  });

  it('names the order of money that is on hold, settled elsewhere or contradicted by SEQR', async () => {
    const contradicted = await addPaidOrder('1', 100_00);
    const [held, settled] = [await addUnpaidOrder(100_00), await addUnpaidOrder(100_00)];
    await addIncident(held, { kind: 'other-amount', amount: 70_00, ersReference: '2' });
    await addIncident(settled, { kind: 'no-reference', amount: 80_00, outcome: 'settled' });
    await addIncident(contradicted, { kind: 'contradicted', status: 'CANCELED', ersReference: '1' });
    reported = ['2 70.00', '3 80.00'];
    const id = await request();
    await finish(id);
    const orders = await db().read.order.findMany({ orderBy: { number: 'asc' } });
    const [first, second, third] = orders.map(({ number }) => `T-${number}`);
    expect((await open(id)).sort()).toEqual([
      ['contradicted', '1', first],
      ['held', '2', second],
      ['settled-elsewhere', '3', third],
    ]);
  });

  it('handles a terminal’s period separately from the shop’s', async () => {
    await addPaidOrder('1', 100_00);
    reported = ['1 100.00'];
    for (const scope of ['terminal', 'shop'] as const) {
      expect(await finish(await request(scope))).toMatchObject({ scope, matchedCount: 1, openCount: 0 });
    }
    const [mark, report, shop] = service.requests;
    expect(mark).toContain('<key>TERMINALID</key><value>public_test_shop_terminal</value>');
    expect(report).toContain('STD_RECON_007.xml');
    expect(shop).not.toContain('TERMINALID</key>');
  });
});

describe('marking a period', () => {
  it('happens once for concurrent requests', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => request()));
    expect(new Set(ids).size).toBe(1);
    const [id = ''] = ids;
    await Promise.all(Array.from({ length: 5 }, () => advancePeriod(id)));
    expect(marked).toHaveLength(1);
    expect(await request()).toBe(id);
  });

  it('is not repeated after a lost answer without a manual decision', async () => {
    instead = [hangUp];
    const id = await request();
    expect(await step(id)).toMatchObject({ state: 'LOST', failure: 'seqr:lost', nextAt: null });
    expect(await requestPeriod('shop', 'test')).toEqual({ ok: false, reason: 'lost', periodId: id });
    expect(count('markTransactionPeriod')).toBe(1);
  });

  it('is not repeated if its process died before the answer', async () => {
    const id = await request();
    await db().write((tx) => tx.period.update({ where: { id }, data: { state: 'MARKING', markedAt: new Date() } }));
    expect(await step(id)).toMatchObject({ state: 'LOST', failure: 'crashed' });
    expect(marked).toEqual([]);
  });

  it('continues with the id that SEQR’s support supplied', async () => {
    await addPaidOrder('1', 100_00);
    reported = ['1 100.00'];
    instead = [hangUp];
    const id = await request();
    await step(id);
    expect(await supplyPeriodId(id, '2026112300000000000000077', by)).toBe('supplied');
    expect(await finish(id)).toMatchObject({ state: 'RECONCILED', matchedCount: 1, openCount: 0 });
    expect(await supplyPeriodId(id, '1', by)).toBe('refused');
    expect((await requestPeriod('shop', 'test')).ok).toBe(true);
  });

  it('continues with the right id after a wrong one, and both are in the audit list', async () => {
    const [wrong, right] = ['2026112300000000000000076', '2026112300000000000000077'];
    await addPaidOrder('1', 100_00);
    reported = ['1 100.00'];
    instead = [hangUp];
    const id = await request();
    await step(id);
    expect(await supplyPeriodId(id, wrong, by)).toBe('supplied');
    instead = [refused('executeReport', 90), refused('executeReport', 90)];
    for (const _ of ['first', 'second']) {
      expect(await step(id)).toMatchObject({ state: 'MARKED', failure: 'seqr:SYSTEM_ERROR', nextAt: expect.any(Date) });
    }
    expect(await supplyPeriodId(id, right, { source: 'merchant', name: 'Bo' })).toBe('supplied');
    expect(await finish(id)).toMatchObject({ state: 'RECONCILED', transactionPeriodId: right, openCount: 0 });
    const entries = await db().read.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    const facts = { source: 'merchant', subject: 'period', field: 'transactionPeriodId' };
    expect(entries).toMatchObject([
      { ...facts, actor: 'Åsa', before: null, after: JSON.stringify(wrong) },
      { ...facts, actor: 'Bo', before: JSON.stringify(wrong), after: JSON.stringify(right) },
    ]);
  });

  it('does not continue with the id of another closing', async () => {
    const other = (await finish(await request())).transactionPeriodId ?? '';
    instead = [hangUp];
    const id = await request('terminal');
    await step(id);
    expect(await supplyPeriodId(id, other, by)).toBe('taken-id');
    expect(await read(id)).toMatchObject({ state: 'LOST', transactionPeriodId: null });
    await supplyPeriodId(id, '76', by);
    expect(await supplyPeriodId(id, other, by)).toBe('taken-id');
    expect(await read(id)).toMatchObject({ state: 'MARKED', transactionPeriodId: '76' });
    expect(await db().read.auditEntry.count({ where: { subjectId: id } })).toBe(1);
  });

  it('takes an entered id from another closing if SEQR gives that id to this one', async () => {
    instead = [hangUp];
    const id = await request('terminal');
    await step(id);
    await supplyPeriodId(id, '76', by);
    const answer = `${success}<transactionPeriodId>76</transactionPeriodId>`;
    instead = [(response) => response.end(answerOf('markTransactionPeriod', answer))];
    const other = await request();
    expect(await step(other)).toMatchObject({ state: 'MARKED', transactionPeriodId: '76' });
    expect(await read(id)).toMatchObject({
      state: 'LOST',
      transactionPeriodId: null,
      failure: 'wrong-id',
      nextAt: null,
    });
    expect(await supplyPeriodId(id, '75', by)).toBe('supplied');
  });

  it.each(['REQUESTED', 'MARKING', 'FAILED', 'REPORTED', 'RECONCILED'] as const)(
    'accepts no id in the state %s',
    async (state) => {
      const id = await request();
      await db().write((tx) => tx.period.update({ where: { id }, data: { state } }));
      expect(await supplyPeriodId(id, '76', by)).toBe('refused');
      expect(await read(id)).toMatchObject({ state, transactionPeriodId: null });
      expect(await db().read.auditEntry.count({ where: { subjectId: id } })).toBe(0);
    },
  );

  it('records no change if the same id is entered again', async () => {
    const id = await request();
    const { transactionPeriodId } = await step(id);
    expect(await supplyPeriodId(id, transactionPeriodId ?? '', by)).toBe('supplied');
    expect(await db().read.auditEntry.count({ where: { subjectId: id } })).toBe(0);
  });

  it.each([
    ['a report', (id: string) => ready(reportOf(id, []))],
    ['a refusal', () => refused('executeReport', 20)],
  ])('ignores %s for an id that was corrected meanwhile', async (_, answerFor) => {
    const id = await request();
    const { transactionPeriodId } = await step(id);
    instead = [
      async (...exchange) => {
        await supplyPeriodId(id, '77', by);
        answerFor(transactionPeriodId ?? '')(...exchange);
      },
    ];
    expect(await step(id)).toMatchObject({
      state: 'MARKED',
      transactionPeriodId: '77',
      reportXml: null,
      failure: null,
    });
    expect(await finish(id)).toMatchObject({ state: 'RECONCILED', transactionPeriodId: '77' });
  });

  it('is repeated by manual decision; missing payments are then explained by the lost period', async () => {
    await addPaidOrder('1', 100_00);
    instead = [hangUp];
    const lost = await request();
    await step(lost);
    expect(await leaveLostPeriod(lost, by)).toBe(true);
    const id = await request();
    await finish(id);
    expect((await open(id)).map(([explanation]) => explanation)).toEqual(['lost-period']);
    reported = ['1 100.00'];
    await supplyPeriodId(lost, '2026112300000000000000078', by);
    await finish(lost);
    expect((await read(id)).openCount).toBe(0);
  });

  it('is retried while SEQR cannot be reached, and fails if SEQR refuses', async () => {
    configure({ SEQR_WSDL_URL: 'http://127.0.0.1:9/soap?wsdl' });
    seqr().close();
    Reflect.deleteProperty(globalThis, Symbol.for('seqr-webshop.seqr'));
    const id = await request();
    expect(await step(id)).toMatchObject({ state: 'REQUESTED', failure: 'seqr:unreachable' });
    configure({ SEQR_WSDL_URL: `${service.address}?wsdl` });
    Reflect.deleteProperty(globalThis, Symbol.for('seqr-webshop.seqr'));
    instead = [refused('markTransactionPeriod', 20)];
    expect(await step(id)).toMatchObject({ state: 'FAILED', failure: 'seqr:AUTHENTICATION_FAILED', nextAt: null });
    expect(await finish(await request())).toMatchObject({ state: 'RECONCILED' });
  });
});

describe('an invalid report', () => {
  it.each([
    ['not-whole', (period: string) => reportOf(period, ['1 100.00']).slice(0, -30)],
    ['other-period', () => reportOf('99', ['1 100.00'])],
    ['unknown-row:1', (period: string) => reportOf(period, ['1 100.00']).replace('<CashierId/>', '<Tip>1</Tip>')],
  ])('is stored and rejected: %s', async (failure, xmlOf) => {
    await addPaidOrder('1', 100_00);
    const id = await request();
    const { transactionPeriodId } = await step(id);
    const xml = xmlOf(transactionPeriodId ?? '');
    instead = [ready(xml)];
    expect(await step(id)).toMatchObject({ state: 'REPORT_REFUSED', failure, nextAt: null, matchedCount: 0 });
    expect((await getReport(id))?.xml).toBe(xml);
    expect(await db().read.periodLine.count()).toBe(0);
    reported = ['1 100.00'];
    expect(await retryReport(id)).toBe(true);
    expect(await finish(id)).toMatchObject({ state: 'RECONCILED', matchedCount: 1, openCount: 0, failure: null });
    expect(await retryReport(id)).toBe(false);
  });

  it('is forgotten when another id is entered', async () => {
    const id = await request();
    await step(id);
    instead = [ready(reportOf('99', []))];
    expect(await step(id)).toMatchObject({ state: 'REPORT_REFUSED', failure: 'other-period' });
    expect(await supplyPeriodId(id, '77', by)).toBe('supplied');
    expect(await getReport(id)).toBeNull();
    expect(await finish(id)).toMatchObject({ state: 'RECONCILED', transactionPeriodId: '77' });
  });
});
