import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readConfig } from '../../lib/config';
import { ensureSecrets } from './secrets.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  vi.stubEnv('ADMIN_PASSWORD', '');
  vi.stubEnv('SESSION_SECRET', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('generates a valid password, returns it once, and stores it readable by its owner only', () => {
  const password = ensureSecrets(folder);
  expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect(readConfig(process.env).admin.password).toBe(password);
  const made = { ...process.env };
  vi.stubEnv('ADMIN_PASSWORD', '');
  vi.stubEnv('SESSION_SECRET', '');
  expect(ensureSecrets(folder)).toBeUndefined();
  expect(process.env).toMatchObject({ ADMIN_PASSWORD: password, SESSION_SECRET: made.SESSION_SECRET });
  for (const name of ['admin-password', 'session-secret']) {
    if (process.platform !== 'win32') expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^[a-z0-9-]+\n$/);
  }
});

it('keeps a password that is set', () => {
  vi.stubEnv('ADMIN_PASSWORD', 'my own password');
  expect(ensureSecrets(folder)).toBeUndefined();
  expect(process.env.ADMIN_PASSWORD).toBe('my own password');
});
