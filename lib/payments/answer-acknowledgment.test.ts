// The shop requests NO_ACKNOWLEDGMENT, so the tests themselves make its invoices wait for an acknowledgment.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workOutbox } from '../background/effects';
import { secondsAfter } from '../clock';
import { db } from '../db/client';
import { seqr } from '../seqr/from-config';
import { issueStored } from '../testing/issue-stored';
import { addOrder } from '../testing/orders';
import { startRealSandbox } from '../testing/real-sandbox';
import { openShopDatabase } from '../testing/shop-database';
import { applyStatus } from './apply-status';
import { openAttempt } from './open-attempt';
import { syncPayment } from './sync-payment';

let sandbox: Awaited<ReturnType<typeof startRealSandbox>>;
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
  sandbox = await startRealSandbox();
}, 60_000);
afterAll(async () => {
  seqr().close();
  await sandbox.stop();
  await close();
});
beforeEach(() => sandbox.giveCards([{ id: 'CARD-1' }]));

const rows = { quantity: 1, unitPrice: 100_00, total: 100_00 };

/** Makes an attempt whose payer has scanned the code and waits for the shop's acknowledgment. */
async function waiting() {
  const expiresAt = secondsAfter(new Date(), 600);
  const order = await addOrder({
    expiresAt,
    lines: { create: [{ position: 0, kind: 'PRODUCT', slug: 'a', name: 'A', ...rows }] },
  });
  const { id } = await db().write((tx) => openAttempt(tx, order, expiresAt, 0));
  await issueStored(id, { forSeqr: 'http://127.0.0.1:9', forBuyer: 'http://127.0.0.1:9' });
  const read = () => db().read.payment.findUniqueOrThrow({ where: { id } });
  const reference = (await read()).invoiceReference ?? '';
  const ask = async () => {
    await db().write((tx) => tx.payment.update({ where: { id }, data: { askedAt: null } }));
    await syncPayment(id, 'page');
    return (await read()).state;
  };
  const invoice = { acknowledgmentMode: 'REQUIRE_ACKNOWLEDGMENT' } as const;
  await seqr().updateInvoice({ invoiceReference: reference, invoice });
  await sandbox.scan(reference);
  return { id, reference, ask, read };
}

const answersOf = (id: string) =>
  db().read.outbox.findMany({ where: { kind: 'answer-acknowledgment', subjectId: id }, orderBy: { id: 'asc' } });

/** Skips the pause after a failure. */
const workNow = async (id: string) => {
  await db().write((tx) =>
    tx.outbox.updateMany({ where: { subjectId: id, doneAt: null }, data: { nextAt: new Date(0) } }),
  );
  await workOutbox('seqr');
};

describe('an invoice that waits for the shop’s acknowledgment', () => {
  it('becomes ISSUED once the shop sends it again with NO_ACKNOWLEDGMENT and every pending card invalid', async () => {
    const { id, reference, ask } = await waiting();
    const before = await sandbox.read(reference);
    expect(before).toMatchObject({ status: 'PENDING_ISSUER_ACKNOWLEDGE', tokens: [{ status: 0 }] });
    expect(await ask()).toBe('PENDING_ISSUER_ACKNOWLEDGE');
    await workNow(id);

    const after = await sandbox.read(reference);
    expect(after).toMatchObject({
      status: 'ISSUED',
      acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
      tokens: [{ id: 'CARD-1', status: 99 }],
    });
    const same = ['total', 'rows', 'title', 'clientInvoiceId', 'cashierId', 'footer', 'issueDate', 'backURL'];
    for (const field of same) expect(after[field], field).toEqual(before[field]);
    expect(await ask()).toBe('ISSUED');
    await sandbox.pay(reference);
    expect(await ask()).toBe('PAID');
  });

  it('is answered once per version, however often SEQR reports the status', async () => {
    const { id, ask, read } = await waiting();
    await Promise.all([ask(), ask()]);
    await ask();
    expect(await answersOf(id)).toHaveLength(1);
    await workNow(id);
    expect(await ask()).toBe('ISSUED');
    const { version, orderId } = await read();
    const pending = { status: 'PENDING_ISSUER_ACKNOWLEDGE', ersReference: undefined, receipt: undefined };
    const nextVersion = { ...pending, customerTokens: [], version: version + 1 };
    await applyStatus({ id, orderId }, nextVersion, 'watcher');
    await applyStatus({ id, orderId }, nextVersion, 'watcher');
    expect(await answersOf(id)).toHaveLength(2);
  });

  it.each([
    ['was lost before it arrived', { kind: 'close', afterWork: false }],
    ['was lost after it arrived', { kind: 'close', afterWork: true }],
    ['was refused', { kind: 'resultCode', resultCode: 93 }],
  ])('is answered again if the answer %s', async (_, fault) => {
    const { id, reference, ask } = await waiting();
    await ask();
    await sandbox.misbehave({ ...fault, operation: 'updateInvoice', invoiceReference: reference, times: 1 });
    await workNow(id);
    expect(await answersOf(id)).toMatchObject([{ doneAt: null, attempts: 1, failure: expect.any(String) }]);
    await workNow(id);
    expect(await answersOf(id)).toMatchObject([{ doneAt: expect.any(Date), failure: null }]);
    expect(await ask()).toBe('ISSUED');
    await sandbox.pay(reference);
    expect(await ask()).toBe('PAID');
  });

  it('is not answered once it is cancelled at SEQR; the attempt becomes CANCELED', async () => {
    const { id, reference, ask, read } = await waiting();
    await ask();
    await seqr().cancelInvoice({ invoiceReference: reference });
    await workNow(id);
    expect((await read()).state).toBe('CANCELED');
    expect(await answersOf(id)).toMatchObject([{ doneAt: expect.any(Date) }]);
  });
});
