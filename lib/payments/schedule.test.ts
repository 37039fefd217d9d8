import { describe, expect, it } from 'vitest';
import { heldCheckAt } from './schedule';

describe('heldCheckAt', () => {
  it('schedules checks every 8 seconds for an hour, hourly for a day, then none', () => {
    const heldAt = new Date('2026-11-29T09:00:00Z');
    const pauses = new Map<number, number>();
    let at = heldAt;
    for (let next = heldCheckAt(heldAt, at); next; next = heldCheckAt(heldAt, at)) {
      const seconds = (next.getTime() - at.getTime()) / 1000;
      pauses.set(seconds, (pauses.get(seconds) ?? 0) + 1);
      at = next;
    }
    expect([...pauses]).toEqual([
      [8, 450],
      [3_600, 24],
    ]);
  });
});
