import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config } from './config';
import { ownIdentity } from './own-identity';
import { configure } from './testing/configure';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'identity-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const identityOf = (variables: Record<string, string>) => {
  const SEQR_SANDBOX_DATABASE_URL = `file:${join(folder, 'sandbox.db')}`;
  configure({ SEQR_SANDBOX_PUBLIC: '', PUBLIC_URL: '', SHOP: '', SEQR_SANDBOX: '', SEQR_WSDL_URL: '' });
  configure({ SEQR_TERMINAL_ID: '', SEQR_SANDBOX_DATABASE_URL, ...variables });
  const { terminalId, terminalPassword, resellerId, resellerPassword } = config().seqr;
  return { terminalId, terminalPassword, resellerId, resellerPassword };
};
const published = {
  terminalId: 'public_test_shop_terminal',
  terminalPassword: '12345678',
  resellerId: 'public_test_shop',
  resellerPassword: '1234',
};

describe('a shop next to a public sandbox', () => {
  it.each([
    {},
    { PUBLIC_URL: 'https://shop.example', SEQR_WSDL_URL: 'https://shop.example/soap?wsdl', SEQR_SANDBOX: 'on' },
  ])('uses its own secret identity: %j', (variables) => {
    const own = identityOf({ SEQR_SANDBOX_PUBLIC: 'on', ...variables });
    for (const [name, value] of Object.entries(published))
      expect(Object.entries(own)).not.toContainEqual([name, value]);
    expect(identityOf({ SEQR_SANDBOX_PUBLIC: 'on', ...variables })).toEqual(own);
    const path = join(folder, 'seqr-identity.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(own);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('uses the configured identity', () => {
    const own = identityOf({ SEQR_SANDBOX_PUBLIC: 'on', SEQR_TERMINAL_ID: 'mine' });
    expect(own).toEqual({ ...published, terminalId: 'mine' });
  });
});

it.each([
  { SEQR_SANDBOX_PUBLIC: 'off' },
  { SEQR_SANDBOX_PUBLIC: 'on', SHOP: 'off' },
  { SEQR_SANDBOX_PUBLIC: 'on', SEQR_WSDL_URL: 'https://seqr.example/soap?wsdl' },
])('uses the published identity otherwise: %j', (variables) => expect(identityOf(variables)).toEqual(published));

it('throws an error that names an invalid identity file', () => {
  const path = join(folder, 'seqr-identity.json');
  writeFileSync(path, '{"terminalId": 7}');
  expect(() => ownIdentity(path)).toThrow(`${path} is not the shop's identity`);
});
