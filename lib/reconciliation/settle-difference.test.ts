import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { openShopDatabase } from '../testing/shop-database';
import { countSettled, settleDifference } from './settle-difference';
import { getPeriod, listLines } from './view-period';

let close: () => Promise<void>;
let periodId: string;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const missing = { outcome: 'ONLY_WITH_US', ersReference: '111111', ourAmount: 100_00 } as const;
const unnamed = { outcome: 'ONLY_AT_SEQR', seqrAmount: 50_00 } as const;
const matched = { outcome: 'MATCHED', ersReference: '222222', ourAmount: 1_00, seqrAmount: 1_00 } as const;
type Row = {
  outcome: 'MATCHED' | 'ONLY_AT_SEQR' | 'ONLY_WITH_US';
  ersReference?: string;
  ourAmount?: number;
  seqrAmount?: number;
};

/** Replaces the closing's lines, as a new comparison does. */
async function compare(rows: readonly Row[]) {
  await db().write(async (tx) => {
    await tx.periodLine.deleteMany({ where: { periodId } });
    await tx.periodLine.createMany({
      data: rows.map((row, position) => ({ ...row, periodId, position, currency: 'SEK' })),
    });
    await countSettled(tx, periodId);
  });
}

beforeEach(async () => {
  periodId = newKey();
  const facts = { scope: 'shop', state: 'RECONCILED', actor: 'Bo', createdAt: now(), currency: 'SEK' } as const;
  await db().write((tx) => tx.period.create({ data: { id: periodId, ...facts } }));
  await compare([matched, missing, unnamed, unnamed]);
});

const lines = () => listLines(periodId, 'open', 10);
const settled = async () => (await getPeriod(periodId))?.settledCount;
const settle = (difference: string, note = 'Refunded in cash', actor = 'Åsa') =>
  settleDifference(periodId, { difference, note }, actor);

describe('a difference of a closing', () => {
  it('is settled once, with a person, a time and a note that cannot be changed', async () => {
    const line = (await lines()).find(({ outcome }) => outcome === 'ONLY_WITH_US');
    const difference = line?.difference ?? '';
    expect(line?.settlement).toBeNull();
    const outcomes = await Promise.all([settle(difference), settle(difference, 'Another note', 'Bo')]);
    expect(outcomes.toSorted()).toEqual(['settled', 'settled-before']);
    expect(await settle(difference, 'A third note')).toBe('settled-before');
    const after = (await lines()).find((one) => one.difference === difference);
    expect(after?.settlement?.at).toBeInstanceOf(Date);
    expect(['Refunded in cash Åsa', 'Another note Bo']).toContain(
      `${after?.settlement?.note} ${after?.settlement?.actor}`,
    );
    expect(await settled()).toBe(1);
    await expect(db().write((tx) => tx.periodSettlement.updateMany({ data: { note: '' } }))).rejects.toThrow();
    await expect(db().write((tx) => tx.periodSettlement.deleteMany())).rejects.toThrow();
  });

  it('is settled on its own, even if another difference is equal', async () => {
    const equal = (await lines()).filter(({ outcome }) => outcome === 'ONLY_AT_SEQR');
    expect(new Set(equal.map(({ difference }) => difference)).size).toBe(2);
    expect(await settle(equal[0]?.difference ?? '')).toBe('settled');
    expect((await lines()).filter(({ settlement }) => settlement !== null)).toHaveLength(1);
  });

  it('stays settled when the closing is compared again, and is open again if its amount changed', async () => {
    const [{ difference = '' } = {}] = (await lines()).filter(({ outcome }) => outcome === 'ONLY_WITH_US');
    await settle(difference);
    await compare([missing, matched]);
    expect([await settled(), (await lines())[0]?.settlement?.note]).toEqual([1, 'Refunded in cash']);
    await compare([{ ...missing, ourAmount: 200_00 }]);
    expect([await settled(), (await lines())[0]?.settlement]).toEqual([0, null]);
    expect(await settle(difference)).toBe('settled-before');
  });

  it.each([
    ['no note', ' \n ', 'bad-note'],
    ['a long note', 'x'.repeat(501), 'bad-note'],
  ])('needs a note: %s', async (_, note, outcome) => {
    const [line] = await lines();
    expect(await settle(line?.difference ?? '', note)).toBe(outcome);
    expect(await settled()).toBe(0);
  });

  it('cannot be settled if the closing does not have it, or if its line matches', async () => {
    for (const difference of ['', 'x', 'MATCHED 222222 - 100 100 SEK 1']) expect(await settle(difference)).toBe('gone');
  });
});
