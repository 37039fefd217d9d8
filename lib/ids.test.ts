import { expect, it } from 'vitest';
import { newKey, newUuid } from './ids';

it('creates keys of 128 bits that need no encoding in an address', () => {
  const keys = Array.from({ length: 1000 }, newKey);
  expect(new Set(keys).size).toBe(1000);
  for (const key of keys) {
    expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(Buffer.from(key, 'base64url')).toHaveLength(16);
  }
});

it('creates UUIDs', () => {
  expect(newUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
