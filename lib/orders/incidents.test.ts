import { afterAll, beforeAll, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { addUnpaidOrder } from '../testing/order-rows';
import { openShopDatabase } from '../testing/shop-database';
import { endIncident, type IncidentFacts, type IncidentOutcome, openIncident } from './incidents';
import type { Actor } from './order-events';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const facts: IncidentFacts = {
  ...{ kind: 'other-amount', status: 'PAID', amount: 1_00, currency: 'SEK', ersReference: '1', detail: null },
};
const open = (id: string, change: Partial<IncidentFacts> = {}, paymentId: string | null = id) =>
  db().write((tx) => openIncident(tx, { orderId: id, paymentId }, { ...facts, ...change }));
const end = (id: string, outcome: IncidentOutcome, by: Actor = { source: 'shop' }, note?: string) =>
  db().write((tx) => endIncident(tx, id, { outcome, by, ...(note !== undefined && { note }) }));
const read = (orderId: string) => db().read.incident.findMany({ where: { orderId }, orderBy: { openedAt: 'asc' } });
const history = async (orderId: string) =>
  (await db().read.orderEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })).map(
    ({ kind, source, actor, data }) => ({ kind, source, actor, ...JSON.parse(data) }),
  );

it('is opened once, mailed to the shop and recorded', async () => {
  const id = await addUnpaidOrder(100_00);
  expect([await open(id), await open(id)]).toEqual([true, false]);
  const [incident] = await read(id);
  expect(incident).toMatchObject({ ...facts, orderId: id, paymentId: id, openFor: id, endedAt: null, outcome: null });
  const mails = await db().read.outbox.findMany({ where: { subjectId: incident?.id ?? '' } });
  expect(mails.map(({ kind }) => kind)).toEqual(['mail-attention']);
  const { kind, ...known } = facts;
  expect(await history(id)).toEqual([{ kind: 'incident', source: 'shop', actor: null, incident: kind, ...known }]);
});

it('ends later than an earlier refund, even if a process with a fast clock requested that', async () => {
  const id = await addUnpaidOrder(100_00);
  const createdAt = secondsAfter(now(), 60);
  const refund = { id: newKey(), key: newKey(), orderId: id, state: 'DONE' as const, amount: 1_00, currency: 'SEK' };
  await db().write((tx) => tx.refund.create({ data: { ...refund, reason: '', createdAt } }));
  await open(id);
  await end(id, 'settled');
  expect(await read(id)).toMatchObject([{ endedAt: new Date(createdAt.getTime() + 1) }]);
});

it.each<Partial<IncidentFacts>>([
  { kind: 'order-changed' },
  { status: 'RESERVED' },
  { amount: 2_00 },
  { currency: 'EUR' },
  { ersReference: '2' },
  { detail: 'T-10001' },
])('is updated, and recorded again, if SEQR then reports %j', async (change) => {
  const id = await addUnpaidOrder(100_00);
  await open(id);
  expect(await open(id, change)).toBe(true);
  expect(await read(id)).toMatchObject([{ ...facts, ...change }]);
  expect(await history(id)).toHaveLength(2);
});

it('ends once, with the decision, the person and the note', async () => {
  const id = await addUnpaidOrder(100_00);
  await open(id);
  const by = { source: 'merchant', name: 'Åsa' } as const;
  expect([await end(id, 'settled', by, 'in cash'), await end(id, 'closed', by)]).toEqual([true, false]);
  const ending = { outcome: 'settled', note: 'in cash' };
  expect(await read(id)).toMatchObject([{ ...ending, openFor: null, actor: 'Åsa', endedAt: expect.any(Date) }]);
  const ended = { kind: 'incident-ended', incident: 'other-amount', amount: 1_00, currency: 'SEK' };
  expect((await history(id)).slice(1)).toEqual([{ ...ended, ...ending, source: 'merchant', actor: 'Åsa' }]);
});

it('has no payment if it is about the order itself', async () => {
  const id = await addUnpaidOrder(100_00);
  await open(id, { kind: 'excess' }, null);
  expect(await end(id, 'resolved')).toBe(true);
  expect(await read(id)).toMatchObject([{ paymentId: null, outcome: 'resolved', actor: null, note: null }]);
});

it.each<[string, Partial<IncidentFacts>, IncidentOutcome, Partial<IncidentFacts>, boolean]>([
  ['the same money that a person settled', {}, 'settled', {}, false],
  ['the same money of a closed order', {}, 'closed', {}, false],
  ['the same money if SEQR had only corrected itself', {}, 'resolved', {}, true],
  ['the same money that was recorded', {}, 'recorded', {}, true],
  ['another amount', {}, 'settled', { amount: 2_00 }, true],
  ['another currency', {}, 'settled', { currency: 'EUR' }, true],
  ['another reference', {}, 'settled', { ersReference: '2' }, true],
  ['another problem', {}, 'settled', { kind: 'order-changed' }, true],
  ['a contradiction that was recorded', { kind: 'contradicted' }, 'recorded', { kind: 'contradicted' }, false],
  ['an excess that was settled', { kind: 'excess' }, 'settled', { kind: 'excess' }, true],
  ['a payment that was settled before', {}, 'settled', { kind: 'settled-before' }, false],
  ['a payment of a closed order', {}, 'closed', { kind: 'settled-before' }, true],
])('is opened again after its end only for something new: %s', async (_, before, outcome, after, isOpened) => {
  const id = await addUnpaidOrder(100_00);
  await open(id, before);
  await end(id, outcome);
  expect(await open(id, after)).toBe(isOpened);
});
