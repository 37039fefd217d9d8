import { expect, test } from 'vitest';
import { formatUntil } from './texts';

test('says the date only when it is not today in Sweden', () => {
  const now = new Date('2026-11-23T22:30:00Z');
  expect(formatUntil('2026-11-23T22:45:00Z', 'en', now)).toBe('23:45');
  expect(formatUntil('2026-11-23T23:15:00Z', 'en', now)).toBe('24 Nov, 00:15');
  expect(formatUntil('2026-11-24T10:00:00Z', 'sv', now)).toBe('24 nov., 11:00');
});
