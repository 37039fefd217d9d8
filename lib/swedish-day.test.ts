import { expect, it } from 'vitest';
import { addDays, startOfSwedishDay, swedishDay } from './swedish-day';

it.each([
  ['2026-11-23', '2026-11-22T23:00:00.000Z'],
  ['2026-07-01', '2026-06-30T22:00:00.000Z'],
  ['2026-03-29', '2026-03-28T23:00:00.000Z'], // summer time starts at 02:00 on this day
  ['2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z'], // summer time ends at 03:00 on this day
  ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ['2028-02-29', '2028-02-28T23:00:00.000Z'],
])('starts %s at %s', (day, start) => {
  expect(startOfSwedishDay(day)?.toISOString()).toBe(start);
  expect(swedishDay(new Date(start))).toBe(day);
  expect(swedishDay(new Date(Date.parse(start) - 1))).toBe(addDays(day, -1));
});

it.each(['', '2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', "2026-01-01' OR 1=1", '0000-00-00', 'today'])(
  'rejects %j',
  (text) => expect(startOfSwedishDay(text)).toBeNull(),
);

it('crosses the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});
