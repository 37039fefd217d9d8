import { describe, expect, it } from 'vitest';
import { Admission } from './admission';
import { Events } from './events';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('calls that arrive together', () => {
  it('start one per turn of the event loop, the first one first', async () => {
    const admission = new Admission(new Events(), 10);
    const started: number[] = [];
    for (const call of [1, 2, 3]) void admission.turn().then(() => started.push(call));
    await nextTurn();
    expect(started).toEqual([1]);
    await nextTurn();
    expect(started).toEqual([1, 2]);
    await nextTurn();
    expect(started).toEqual([1, 2, 3]);
    void admission.turn().then(() => started.push(4));
    await nextTurn();
    expect(started).toEqual([1, 2, 3, 4]);
  });

  it('are within the limit as long as that many neither wait nor are in progress', async () => {
    const admission = new Admission(new Events(), 2);
    const start = async () => admission.admit('getPaymentStatus', undefined, await admission.turn());
    const [first, second, third] = await Promise.all([start(), start(), start()]);
    expect([first, second, third].map((leave) => leave !== null)).toEqual([true, true, false]);
    expect(await start()).toBeNull();
    first?.();
    expect(await start()).not.toBeNull();
  });

  it('do not wait for those that are beyond the limit', async () => {
    const admission = new Admission(new Events(), 2);
    const started: string[] = [];
    const arrive = (call: string) => void admission.turn().then((isWithin) => started.push(`${call} ${isWithin}`));
    for (const call of ['a', 'b', 'c', 'd', 'e']) arrive(call);
    await nextTurn();
    expect(started).toEqual(['a true', 'c false']);
    arrive('f');
    await nextTurn();
    await nextTurn();
    expect(started).toEqual(['a true', 'c false', 'b true', 'd false', 'f true', 'e false']);
  });
});
