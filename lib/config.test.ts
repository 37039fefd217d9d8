import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config';

describe('an invalid variable', () => {
  it.each([
    ['DATABASE_URL', 'mysql://root:s3cret-value@db/shop'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'postgresql://'],
    ['DATABASE_URL', 'postgresql://shop:s3cret-value@host:port/shop'],
    ['DATABASE_DIRECT_URL', 'file:./s3cret-value.db'],
    ['DATABASE_CONNECTIONS', '1'],
    ['DATABASE_URL', 'file:./s3cret-value.db?connection_limit=1'],
    ['SEQR_SANDBOX_DATABASE_URL', 'file:./s3cret-value.db?mode=memory'],
    ['PORT', 's3cret-value'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 's3cret-value'],
    ['PUBLIC_URL', 'ftp://s3cret-value.example'],
    ['PUBLIC_URL', 'https://shop.example/s3cret-value'],
    ['PUBLIC_URL', 'https://s3cret-value@shop.example'],
    ['ALLOWED_HOSTS', 'https://s3cret-value.example'],
    ['ALLOWED_HOSTS', 'shop.example, *.s3cret-value'],
    ['SEQR_WSDL_URL', 'javascript:s3cret-value'],
    ['SEQR_CLIENT_ID', `s3cret-value${'x'.repeat(80)}`],
    ['SEQR_TIMEOUT', 's3cret-value'],
    ['SEQR_TIMEOUT', '0'],
    ['SEQR_TIMEOUT', '61'],
    ['SEQR_SANDBOX', 's3cret-value'],
    ['SEQR_SANDBOX', 'ON'],
    ['SEQR_SANDBOX_DATABASE_URL', 's3cret-value'],
    ['SEQR_SANDBOX_QR_BASE', 's3cret-value'],
    ['SEQR_SANDBOX_PUBLIC', 's3cret-value'],
    ['SEQR_SANDBOX_KEY', 's3cret-value'],
    ['TEST_API_KEY', 's3cret-value'],
    ['PAYMENT_TIMEOUT', 's3cret-value'],
    ['PAYMENT_TIMEOUT', '29'],
    ['PAYMENT_TIMEOUT', '90.5'],
    ['PAYMENT_TIMEOUT', '86401'],
    ['SMTP_URL', 's3cret-value'],
    ['SMTP_URL', 'http://user:s3cret-value@mail.example'],
    ['ADMIN_PASSWORD', 's3cret'],
    ['ADMIN_PASSWORD', 's3cret-value'.repeat(22)],
    ['SESSION_SECRET', 's3cret-value'],
    ['RATE_LIMITS', 's3cret-value'],
    ['BANK_TRANSFER_DAYS', 's3cret-value'],
    ['BANK_TRANSFER_DAYS', '0'],
    ['BANK_TRANSFER_DAYS', '1.5'],
    ['SHOP', 's3cret-value'],
    ['SHOP_ROLE', 's3cret-value'],
    ['MERCHANT', 's3cret-value'],
    ['DEMO', 's3cret-value'],
    ['DEMO_KEEP', 's3cret-value'],
    ['DEMO_KEEP', '0m'],
    ['DEMO_KEEP', '721h'],
    ['BEHIND_THE_SCENES', 's3cret-value'],
    ['SOURCE_URL', 'javascript:s3cret-value'],
    ['LOG_LEVEL', 's3cret-value'],
  ])('stops start-up with a message that names it but not its value: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^The configuration is invalid:\\n {2}${name} must `),
    );
    expect(() => readConfig({ [name]: value })).not.toThrow('s3cret-value');
  });

  it('is reported together with all others', () => {
    expect(() => readConfig({ PORT: 'x', SHOP: 'maybe', PUBLIC_URL: 'x' })).toThrow(/PORT[\s\S]*PUBLIC_URL[\s\S]*SHOP/);
  });
});

describe('an unset variable', () => {
  it('defaults to a shop with its own sandbox', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      databaseUrl: 'file:./.data/shop.db',
      port: 3000,
      publicUrl: undefined,
      localUrl: 'http://localhost:3000',
      shopEnabled: true,
      paymentTimeoutSeconds: 900,
      seqr: {
        endpoint: 'http://localhost:3000/soap/merchant/cashregister-2',
        wsdlUrl: 'http://localhost:3000/soap/merchant/cashregister-2?wsdl',
        terminalId: 'public_test_shop_terminal',
        resellerId: 'public_test_shop',
        timeoutMs: 8000,
      },
      sandbox: { enabled: true, databaseUrl: 'file:./.data/sandbox.db', public: false, key: undefined },
    });
  });

  it('equals an empty one, as in a copied .env.example', () => {
    const empty = Object.fromEntries(documentedVariables().map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe('derived settings', () => {
  it('use this server’s own port for SEQR', () => {
    expect(readConfig({ PORT: '4000' })).toMatchObject({
      localUrl: 'http://localhost:4000',
      seqr: { endpoint: 'http://localhost:4000/soap/merchant/cashregister-2' },
    });
  });

  it('disable the sandbox for another SEQR service unless it is requested', () => {
    const SEQR_WSDL_URL = 'https://seqr.example/soap/merchant/cashregister-2?WSDL';
    expect(readConfig({ SEQR_WSDL_URL })).toMatchObject({
      seqr: { endpoint: 'https://seqr.example/soap/merchant/cashregister-2' },
      sandbox: { enabled: false },
    });
    expect(readConfig({ SEQR_WSDL_URL, SEQR_SANDBOX: 'on' }).sandbox.enabled).toBe(true);
    expect(readConfig({ SEQR_SANDBOX: 'off' }).sandbox.enabled).toBe(false);
  });

  it('remove trailing slashes from PUBLIC_URL', () => {
    expect(readConfig({ PUBLIC_URL: 'https://shop.example//' }).publicUrl).toBe('https://shop.example');
  });

  it.each([
    [{ PUBLIC_URL: 'https://shop.example/' }, 'HTTPS://SHOP.EXAMPLE'],
    [{ PUBLIC_URL: 'https://shop.example', SEQR_SANDBOX_QR_BASE: 'http://seqr.se/' }, 'HTTP://SEQR.SE'],
  ])('use the public address in QR codes, in upper case: %j', (env, qrBase) => {
    expect(readConfig(env).sandbox.qrBase).toBe(qrBase);
  });

  it('use the LAN address instead of localhost in QR codes', () => {
    expect(readConfig({ PORT: '3456' }).sandbox.qrBase).toMatch(/^HTTP:\/\/(LOCALHOST|\d+\.\d+\.\d+\.\d+):3456$/);
  });

  it('place the folder of pictures next to the database, unless MEDIA_DIR is set', () => {
    const folderWith = (env: Record<string, string>) => relative(process.cwd(), readConfig(env).mediaFolder);
    expect(folderWith({})).toBe(join('.data', 'media'));
    expect(folderWith({ DATABASE_URL: 'file:./shops/one/shop.db' })).toBe(join('shops', 'one', 'media'));
    expect(folderWith({ DATABASE_URL: 'file:./shops/one/shop.db', MEDIA_DIR: './pictures' })).toBe('pictures');
  });
});

describe('.env.example', () => {
  it('documents every variable that lib/config.ts reads, and no other', () => {
    const source = readFileSync(new URL('./config.ts', import.meta.url), 'utf8');
    const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1]);
    const environmentOfNode = ['NODE_ENV'];
    expect(documentedVariables().sort()).toEqual(read.filter((name) => !environmentOfNode.includes(name ?? '')).sort());
  });
});

function documentedVariables(): string[] {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  return [...example.matchAll(/^([A-Z_]+)=/gm)].flatMap((match) => match[1] ?? []);
}

describe('the sandbox next to a real SEQR service', () => {
  const real = { SEQR_WSDL_URL: 'https://seqr.example/soap?wsdl', SEQR_SANDBOX: 'on', NODE_ENV: 'production' };

  it('stops start-up in production unless it is forced', () => {
    expect(() => readConfig(real)).toThrow(/SEQR_SANDBOX must not/);
    expect(readConfig({ ...real, SEQR_SANDBOX: 'force' }).sandbox.enabled).toBe(true);
    expect(readConfig({ ...real, SEQR_SANDBOX: 'off' }).sandbox.enabled).toBe(false);
  });

  it.each([
    { NODE_ENV: 'development' },
    { SEQR_WSDL_URL: 'http://127.0.0.1:7070/soap?wsdl' },
    { PUBLIC_URL: 'https://seqr.example' },
  ])('is allowed with %j', (change) => expect(readConfig({ ...real, ...change }).sandbox.enabled).toBe(true));
});

describe('seqr.elsewhere', () => {
  it.each([
    [{}, false],
    [{ SEQR_WSDL_URL: 'http://localhost:7070/soap?wsdl' }, false],
    [{ SEQR_WSDL_URL: 'https://shop.example/soap?wsdl', PUBLIC_URL: 'https://shop.example' }, false],
    [{ SEQR_WSDL_URL: 'https://seqr.example/soap?wsdl', PUBLIC_URL: 'https://shop.example' }, true],
  ])('is true only if SEQR is at another host than the shop: %j', (env, elsewhere) =>
    expect(readConfig(env).seqr.elsewhere).toBe(elsewhere),
  );
});
