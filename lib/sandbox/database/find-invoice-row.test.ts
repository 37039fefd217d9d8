import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSandbox } from '../../testing/sandbox/test-sandbox';
import { findInvoiceRow } from './find-invoice-row';
import type { Prisma } from './generated/client';

let test: Awaited<ReturnType<typeof openTestSandbox>>;

beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const at = new Date('2026-12-03T08:00:00.123Z');
const bare: Omit<Prisma.InvoiceUncheckedCreateInput, 'reference' | 'terminalId'> = {
  ...{ status: 'ISSUED', currency: 'SEK', total: 1_00, rows: '[]', paymentMode: 'IMMEDIATE_DEBIT' },
  ...{ acknowledgmentMode: 'NO_ACKNOWLEDGMENT', clockOffset: 0, createdAt: at, expiresAt: at },
};
const full: Partial<Prisma.InvoiceUncheckedCreateInput> = {
  ...{
    previousStatus: 'ISSUED',
    version: 3,
    title: 'Å',
    clientInvoiceId: '1',
    cashierId: '2',
    footer: '3',
    issueDate: '4',
  },
  ...{ backURL: '5', notificationUrl: '6', acknowledgmentByDefault: true, commitReservationTimeout: 7, tokens: '[1]' },
  ...{ clientId: '8', clientReference: '9', clockOffset: -60, scannedAt: at, scannedBy: '10', tokensAnsweredAt: at },
  ...{ confirmingBy: '11', acceptedAt: at, paidAt: at, acknowledgedAt: at, closedAt: at, closedBy: 'MERCHANT' },
  ...{ payerId: '12', reserved: 13, paid: 15, refunded: 14, ersReference: '16', dueAt: at, senderAddress: '17' },
};

it('reads the same invoice as Prisma', async () => {
  const { db } = test.sandbox;
  const { id: terminalId } = await db.read.terminal.findFirstOrThrow();
  await db.write(async (tx) => {
    await tx.invoice.create({ data: { ...bare, reference: '1', terminalId } });
    await tx.invoice.create({ data: { ...bare, ...full, reference: '2', terminalId } });
  });
  const both = ['1', '2'];
  const read = await Promise.all(both.map((reference) => findInvoiceRow(db.read, reference)));
  expect(read).toEqual(
    await db.read.invoice.findMany({ where: { reference: { in: both } }, orderBy: { reference: 'asc' } }),
  );
  const empty = Object.entries(read[1] ?? {}).filter(([, value]) => value === null || value === 0 || value === false);
  expect(empty, 'the second invoice has a value in every column').toEqual([]);
  expect(await findInvoiceRow(db.read, '3')).toBeNull();
});
