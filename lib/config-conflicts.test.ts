import { describe, expect, it } from 'vitest';
import { readConfig } from './config';
import { sellAs } from './testing/sell-as';

const service = { SEQR_WSDL_URL: 'https://seqr.example/soap?wsdl' };
const worker = { ...service, SHOP_ROLE: 'worker', PUBLIC_URL: 'https://shop.example' };

describe('SHOP_ROLE', () => {
  it('is "all" unless set', () => {
    expect(readConfig({}).role).toBe('all');
    expect(readConfig({ SHOP_ROLE: '' }).role).toBe('all');
  });

  it('may be "web" or "worker" with a SEQR service that all processes share', () => {
    expect(readConfig(worker).role).toBe('worker');
    expect(readConfig({ ...service, SHOP_ROLE: 'web' }).role).toBe('web');
    expect(readConfig({ SEQR_WSDL_URL: 'http://localhost:3000/soap', SEQR_SANDBOX: 'on', SHOP_ROLE: 'web' }).role).toBe(
      'web',
    );
  });

  it.each([
    [{ SHOP_ROLE: 'web' }, 'SHOP_ROLE must not be "web" without SEQR_WSDL_URL'],
    [{ ...worker, SEQR_WSDL_URL: '' }, 'SHOP_ROLE must not be "worker" without SEQR_WSDL_URL'],
    [{ ...worker, SEQR_SANDBOX: 'on' }, 'SHOP_ROLE must not be "worker" with the sandbox in the same process'],
    [{ ...worker, PUBLIC_URL: '' }, 'SHOP_ROLE must not be "worker" without PUBLIC_URL'],
    [{ ...worker, SHOP: 'off' }, 'SHOP_ROLE must not be "worker" while SHOP is "off"'],
  ])('stops start-up with a message that names the remedy: %o', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });
});

describe('MERCHANT=demo', () => {
  const demo = { ...service, MERCHANT: 'demo', NODE_ENV: 'production' };

  it('stops start-up in production next to a real SEQR service, so that receipts name the real seller', () => {
    expect(() => readConfig(demo)).toThrow('MERCHANT must not be "demo" in production');
    for (const change of [{ MERCHANT: '' }, { NODE_ENV: 'test' }, { SEQR_WSDL_URL: '' }])
      expect(() => readConfig({ ...demo, ...change })).not.toThrow();
  });
});

describe('DEMO=on', () => {
  it('is off unless set', () => {
    expect(readConfig({}).isDemo).toBe(false);
    expect(readConfig({}).sandbox.public).toBe(false);
  });

  it('makes the sandbox public unless it is configured otherwise', () => {
    expect(readConfig({ DEMO: 'on' })).toMatchObject({ isDemo: true, sandbox: { enabled: true, public: true } });
    expect(readConfig({ DEMO: 'on', SEQR_SANDBOX_PUBLIC: 'off' }).sandbox.public).toBe(false);
  });

  it('gives its own shop a key to the sandbox unless one is configured', () => {
    expect(readConfig({ DEMO: 'on' }).sandbox.key).toMatch(/^[\w-]{36}$/);
    expect(readConfig({ DEMO: 'on', SEQR_SANDBOX_KEY: 'a key that is long enough' }).sandbox.key).toBe(
      'a key that is long enough',
    );
    expect(readConfig({}).sandbox.key).toBeUndefined();
  });

  it.each([
    [service, 'together with another SEQR service in SEQR_WSDL_URL: strangers could move real money. Remove DEMO.'],
    [{ ...service, SEQR_SANDBOX: 'force' }, 'together with another SEQR service in SEQR_WSDL_URL'],
    [{ SEQR_SANDBOX: 'off' }, 'unless shop and sandbox run in this process'],
    [{ SEQR_WSDL_URL: 'http://localhost:7070/soap?wsdl' }, 'unless shop and sandbox run in this process'],
    [{ SHOP: 'off' }, 'unless shop and sandbox run in this process'],
    [{ ...worker, SEQR_WSDL_URL: 'http://localhost:3000/soap?wsdl' }, 'unless shop and sandbox run in this process'],
  ])('stops start-up beside a SEQR service, or without the sandbox in the same process: %j', (env, message) => {
    expect(() => readConfig({ ...env, DEMO: 'on' })).toThrow(`DEMO must not be "on" ${message}`);
  });
});

describe('TEST_API_KEY', () => {
  const env = { TEST_API_KEY: 'a key that is long enough' };

  it.each([service, { ...service, NODE_ENV: 'production' }, { ...service, SEQR_SANDBOX: 'force' }])(
    'stops start-up next to a real SEQR service, in development too: %o',
    (more) => {
      expect(() => readConfig({ ...env, ...more })).toThrow(
        'TEST_API_KEY must not be set together with a SEQR service',
      );
      expect(() => readConfig(more)).not.toThrow();
    },
  );

  it('may be set with a sandbox on this machine', () => {
    const local = { SEQR_WSDL_URL: 'http://localhost:7070/soap/merchant/cashregister-2?wsdl' };
    for (const more of [{}, local]) expect(readConfig({ ...env, ...more }).testApiKey).toBe(env.TEST_API_KEY);
    expect(readConfig({}).testApiKey).toBeUndefined();
  });
});

describe('BEHIND_THE_SCENES', () => {
  const isShown = (env: Record<string, string>) => readConfig(env).behindTheScenes.enabled;

  it('has the value of DEMO unless set', () => {
    expect(isShown({})).toBe(false);
    expect(isShown({ DEMO: 'on' })).toBe(true);
    expect(isShown({ DEMO: 'on', BEHIND_THE_SCENES: 'off' })).toBe(false);
    expect(isShown({ BEHIND_THE_SCENES: 'on' })).toBe(true);
  });

  it.each([[service], [{ ...service, SEQR_SANDBOX: 'force' }], [{ SEQR_SANDBOX: 'off' }]])(
    'has no effect beside a SEQR service, or without the sandbox: %j',
    (env) => {
      expect(isShown({ ...env, BEHIND_THE_SCENES: 'on' })).toBe(false);
    },
  );
});

describe('the accounts of lib/merchant.ts', () => {
  it.each([
    [{ iban: 'SE4550000000058398257467' }, 'The iban in lib/merchant.ts is invalid'],
    [{ bic: 'NDEAFIH' }, 'The bic in lib/merchant.ts must have 8 or 11 characters'],
  ])('stop start-up if they are invalid: %j', (change, message) => {
    const restore = sellAs(change);
    expect(() => readConfig({})).toThrow(message);
    restore();
  });

  it('may be empty', () => {
    const restore = sellAs({ iban: '', bic: '' });
    expect(() => readConfig({})).not.toThrow();
    restore();
  });
});
