import { expect, it } from 'vitest';
import { monotonicMs, now, secondsAfter } from './clock';

it('counts seconds correctly across the end of summer time', () => {
  const beforeTheChange = new Date('2026-10-25T02:30:00+02:00');
  expect(secondsAfter(beforeTheChange, 3600)).toEqual(new Date('2026-10-25T02:30:00+01:00'));
});

it('does not change the given date', () => {
  const date = now();
  const time = date.getTime();
  secondsAfter(date, 20);
  expect(date.getTime()).toBe(time);
});

it('never runs backwards', () => {
  const readings = Array.from({ length: 1000 }, monotonicMs);
  expect(readings).toEqual([...readings].sort((a, b) => a - b));
});
