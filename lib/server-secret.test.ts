import { expect, it } from 'vitest';
import { readConfig } from './config';
import { describeMissingSecret } from './server-secret';

it('must be configured if the database is PostgreSQL, which several machines may share', () => {
  const DATABASE_URL = 'postgresql://shop:pass-word@db.example.com/shop';
  const problem = describeMissingSecret(readConfig({ DATABASE_URL }));
  expect(problem).toMatch(/^SESSION_SECRET must be set/);
  expect(problem).not.toContain('pass-word');
  expect(describeMissingSecret(readConfig({ DATABASE_URL, SESSION_SECRET: 'x'.repeat(32) }))).toBeNull();
  expect(describeMissingSecret(readConfig({}))).toBeNull();
});
