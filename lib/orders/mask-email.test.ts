import { expect, it } from 'vitest';
import { maskEmail } from './mask-email';

it.each([
  ['anna.berg@example.com', 'a•••@example.com'],
  ['å@example.com', 'å•••@example.com'],
  ['🌲tree@example.com', '🌲•••@example.com'],
  ['@example.com', '•••'],
  ['nothing', '•••'],
])('masks %s', (email, masked) => expect(maskEmail(email)).toBe(masked));
