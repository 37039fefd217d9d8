import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '../ids';
import {
  announceChange,
  awaitedOrders,
  isPageOpen,
  listOpenPages,
  notePageOpen,
  onChange,
  publishChange,
  setDatabaseNotifies,
} from './order-changes';

beforeEach(() => {
  vi.useFakeTimers();
  setDatabaseNotifies(false);
});
afterEach(() => vi.useRealTimers());

describe('a notification about an order', () => {
  it('reaches that order’s listeners until they unsubscribe', () => {
    const [order, other] = [newKey(), newKey()];
    const [listener, otherListener] = [vi.fn(), vi.fn()];
    const [unsubscribe, unsubscribeOther] = [onChange(order, listener), onChange(other, otherListener)];
    expect(awaitedOrders()).toEqual(expect.arrayContaining([order, other]));
    publishChange(order);
    announceChange(order);
    unsubscribe();
    publishChange(order);
    expect([listener.mock.calls.length, otherListener.mock.calls.length]).toEqual([2, 0]);
    expect(awaitedOrders()).not.toContain(order);
    unsubscribeOther();
  });

  it('is announced once while the database notifies every process', () => {
    const order = newKey();
    const listener = vi.fn();
    const unsubscribe = onChange(order, listener);
    setDatabaseNotifies(true);
    publishChange(order);
    expect(listener).not.toHaveBeenCalled();
    announceChange(order);
    expect(listener).toHaveBeenCalledTimes(1);
    unsubscribe();
  });
});

describe('a page', () => {
  it('counts as open while it listens', () => {
    const order = newKey();
    expect(isPageOpen(order)).toBe(false);
    const unsubscribe = onChange(order, () => {});
    vi.advanceTimersByTime(60_000);
    expect([isPageOpen(order), listOpenPages().includes(order)]).toEqual([true, true]);
    unsubscribe();
    expect([isPageOpen(order), listOpenPages().includes(order)]).toEqual([false, false]);
  });

  it('counts as open for five seconds after each request', () => {
    const order = newKey();
    notePageOpen(order);
    vi.advanceTimersByTime(5_000);
    expect([isPageOpen(order), listOpenPages().includes(order)]).toEqual([true, true]);
    notePageOpen(order);
    vi.advanceTimersByTime(5_001);
    expect([isPageOpen(order), listOpenPages().includes(order)]).toEqual([false, false]);
  });

  it('is listed once, although it listens and polls', () => {
    const order = newKey();
    const unsubscribe = onChange(order, () => {});
    notePageOpen(order);
    expect(listOpenPages().filter((id) => id === order)).toEqual([order]);
    unsubscribe();
  });

  it('stays open while pages of other orders poll', () => {
    const [order, other] = [newKey(), newKey()];
    notePageOpen(order);
    vi.advanceTimersByTime(4_000);
    notePageOpen(other);
    expect(isPageOpen(order)).toBe(true);
  });
});
