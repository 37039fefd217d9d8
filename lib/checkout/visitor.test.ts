import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { forgetGlobal } from '../process-global';
import { configure } from '../testing/configure';
import { newVisitor, readVisitor, visitorCookieName, writeVisitor } from './visitor';

const folder = mkdtempSync(join(tmpdir(), 'visitor-'));
beforeEach(() => configure({ DATABASE_URL: `file:${join(folder, 'shop.db')}`, SESSION_SECRET: '', PUBLIC_URL: '' }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a visitor is recognized by the server’s cookie, even after a restart', () => {
  const id = newVisitor();
  const cookie = writeVisitor(id);
  expect(readVisitor(cookie)).toBe(id);
  forgetGlobal('server-secret');
  expect(readVisitor(cookie)).toBe(id);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600);
});

it('any other cookie identifies no visitor', () => {
  const [id, other] = [newVisitor(), newVisitor()];
  const [, signature] = writeVisitor(id).split('.');
  const forged = [
    undefined,
    '',
    id,
    `${id}.`,
    `${other}.${signature}`,
    `${id}.${signature}.x`,
    `.${signature}`,
    'x'.repeat(4000),
  ];
  for (const cookie of forged) expect(readVisitor(cookie), cookie).toBeNull();
  const cookie = writeVisitor(id);
  configure({ SESSION_SECRET: 'another secret of 32 characters.' });
  expect(readVisitor(cookie)).toBeNull();
});

it('uses a __Host- cookie if PUBLIC_URL is https', () => {
  expect(visitorCookieName()).toBe('visitor');
  configure({ PUBLIC_URL: 'http://shop.example' });
  expect(visitorCookieName()).toBe('visitor');
  configure({ PUBLIC_URL: 'https://shop.example' });
  expect(visitorCookieName()).toBe('__Host-visitor');
});
