import { expect, it } from 'vitest';
import { buyerKinds, disasterKinds, makePlan } from './plan.mjs';

it('is the same for the same seed, and another for another', () => {
  expect(makePlan('spruce', 300)).toEqual(makePlan('spruce', 300));
  expect(makePlan('spruce', 300)).not.toEqual(makePlan('pine', 300));
});

it('does not begin otherwise because it goes on for longer', () => {
  expect(makePlan('spruce', 1000).orders.slice(0, 50)).toEqual(makePlan('spruce', 50).orders);
});

it('meets every disaster early, so that a short run has them all', () => {
  for (const seed of ['a', 'b', 'c']) {
    const { disasters } = makePlan(seed, 40);
    expect(new Set(disasters.map(({ kind }) => kind))).toEqual(new Set(disasterKinds));
  }
});

it('has every kind of buyer and every fault in a run of the usual length', () => {
  const { orders } = makePlan('spruce', 500);
  expect(new Set(orders.map(({ buyer }) => buyer))).toEqual(new Set(buyerKinds));
  expect(new Set(orders.flatMap(({ callFault }) => callFault?.name ?? [])).size).toBe(12);
  expect(new Set(orders.map(({ notification }) => notification)).size).toBe(5);
});
