import { expect, it } from 'vitest';
import { buyerKinds, disasterKinds, makePlan, merchantKinds, moneyFaultKinds } from './plan';

it('makes the same plan from the same seed, and another plan from another seed', () => {
  expect(makePlan('spruce', 300)).toEqual(makePlan('spruce', 300));
  expect(makePlan('spruce', 300)).not.toEqual(makePlan('pine', 300));
});

it('begins a longer plan with the orders of a shorter one', () => {
  expect(makePlan('spruce', 1000).orders.slice(0, 50)).toEqual(makePlan('spruce', 50).orders);
});

it.each(['sqlite', 'postgresql'] as const)('plans an early disaster of every kind for %s', (database) => {
  for (const seed of ['a', 'b', 'c']) {
    const { disasters } = makePlan(seed, 60, database);
    expect(new Set(disasters.map(({ kind }) => kind))).toEqual(new Set(disasterKinds[database]));
  }
});

it('plans every kind of buyer and every fault for a run of default length', () => {
  const { orders } = makePlan('spruce', 500);
  expect(new Set(orders.map(({ buyer }) => buyer))).toEqual(new Set(buyerKinds));
  expect(new Set(orders.flatMap(({ callFault }) => callFault?.name ?? [])).size).toBe(12);
  expect(new Set(orders.flatMap(({ moneyFault }) => moneyFault?.name ?? []))).toEqual(new Set(moneyFaultKinds));
  expect(new Set(orders.map(({ merchants }) => merchants))).toEqual(new Set(merchantKinds));
  expect(new Set(orders.map(({ notification }) => notification)).size).toBe(5);
});
