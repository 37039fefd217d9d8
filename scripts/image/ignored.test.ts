import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readIgnored } from './ignored';

const isIgnored = readIgnored(readFileSync('.dockerignore', 'utf8'));

it.each([
  '.git/HEAD',
  '.env',
  '.env.local',
  '.data/shop.db',
  'node_modules/next/package.json',
  'lib/db/generated/client.ts',
  'lib/money.test.ts',
  'README.md',
])('%s never gets into an image', (path) => expect(isIgnored(path)).toBe(true));

it.each(['package.json', 'lib/money.ts', 'lib/env-files.js', 'public/favicon.svg', 'scripts/build.mjs'])(
  '%s is not ignored',
  (path) => expect(isIgnored(path)).toBe(false),
);

it('refuses a pattern that starts with !', () =>
  expect(() => readIgnored('*\n!package.json')).toThrow('!package.json'));
