import { describe, expect, it } from 'vitest';
import { Admission } from './admission';
import { Events } from './events';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('calls that arrive together', () => {
  it('start one per turn of the event loop, the first one first', async () => {
    const admission = new Admission(new Events(), 10);
    const started: number[] = [];
    for (const call of [1, 2, 3]) void admission.awaitTurn().then(() => started.push(call));
    await nextTurn();
    expect(started).toEqual([1]);
    await nextTurn();
    expect(started).toEqual([1, 2]);
    await nextTurn();
    expect(started).toEqual([1, 2, 3]);
    void admission.awaitTurn().then(() => started.push(4));
    await nextTurn();
    expect(started).toEqual([1, 2, 3, 4]);
  });

  it('are within the limit while fewer calls than the limit wait or are in progress', async () => {
    const admission = new Admission(new Events(), 2);
    const start = async () => admission.admit('getPaymentStatus', undefined, await admission.awaitTurn());
    const [first, second, third] = await Promise.all([start(), start(), start()]);
    expect([first, second, third].map((leave) => leave !== null)).toEqual([true, true, false]);
    expect(await start()).toBeNull();
    first?.();
    expect(await start()).not.toBeNull();
  });

  it('are refused beyond the limit even if they arrived while others had not been read', async () => {
    const admission = new Admission(new Events(), 2);
    const turns = await Promise.all([admission.awaitTurn(), admission.awaitTurn()]);
    turns.push(await admission.awaitTurn());
    const admitted = turns.map((isWithin) => admission.admit('getPaymentStatus', undefined, isWithin) !== null);
    expect(admitted).toEqual([true, true, false]);
  });

  it('do not wait for those that are beyond the limit', async () => {
    const admission = new Admission(new Events(), 2);
    const started: string[] = [];
    const arrive = (call: string) =>
      void admission.awaitTurn().then((isWithinLimit) => started.push(`${call} ${isWithinLimit}`));
    for (const call of ['a', 'b', 'c', 'd', 'e']) arrive(call);
    await nextTurn();
    expect(started).toEqual(['a true', 'c false']);
    arrive('f');
    await nextTurn();
    await nextTurn();
    expect(started).toEqual(['a true', 'c false', 'b true', 'd false', 'f true', 'e false']);
  });
});
