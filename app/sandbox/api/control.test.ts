// Calls the routes of the control API as the tests of another shop would, on a separate sandbox.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@/lib/config';
import { openTestSandbox, type TestSandbox, terminalContext } from '@/lib/testing/sandbox/test-sandbox';
import { setGlobal } from '@/lib/testing/set-global';
import { POST as clock } from './clock/route';
import { POST as addFault, GET as faults, DELETE as removeFaults } from './faults/route';
import { POST as cancel } from './invoices/[reference]/cancel/route';
import { POST as pay } from './invoices/[reference]/pay/route';
import { POST as reverse } from './invoices/[reference]/reverse/route';
import { GET as read } from './invoices/[reference]/route';
import { POST as scan } from './invoices/[reference]/scan/route';
import { GET as messages } from './messages/route';
import { POST as notify } from './notifications/route';
import { GET as readPayer, POST as savePayer } from './payers/[id]/route';
import { POST as changeReseller } from './resellers/[id]/route';
import { POST as changeTerminal } from './terminals/[id]/route';
import { GET as terminals } from './terminals/route';

let test: TestSandbox;
const configure = (env: Record<string, string>) => {
  setGlobal('config', readConfig(env));
};

beforeAll(async () => {
  test = await openTestSandbox();
  setGlobal('sandbox', Promise.resolve(test.sandbox));
  configure({});
});
afterAll(() => test.close());

type Route = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
async function ask(route: unknown, params: object, body?: unknown, headers: Record<string, string> = {}, query = '') {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(`http://localhost:3000/sandbox/api${query}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { host: 'localhost:3000', ...headers },
    ...(text !== undefined && { body: text }),
  });
  const response = await (route as Route)(request, { params: Promise.resolve(params) as Promise<never> });
  return { status: response.status, json: JSON.parse(await response.text()) };
}

describe('invoices', () => {
  it('are scanned, paid, read and reversed', async () => {
    const reference = await test.sendInvoice('<title>Tea</title>');
    expect((await ask(scan, { reference }, '')).json).toEqual({ ok: true, status: 'ISSUED' });
    const paid = await ask(pay, { reference }, { pin: '1234' });
    expect(paid).toMatchObject({ status: 200, json: { ok: true, status: 'PAID', ersReference: expect.any(String) } });
    expect((await ask(read, { reference })).json).toMatchObject({
      status: 'PAID',
      version: 1,
      total: '100.00',
      paid: '100.00',
      title: 'Tea',
      events: [{ kind: 'scanned' }, { kind: 'paid' }],
    });
    expect((await ask(reverse, { reference }, '')).json).toEqual({ ok: true, status: 'CANCELED' });
    expect((await ask(reverse, { reference }, '')).status).toBe(409);
  });

  it.each([
    ['an unknown invoice', '1', { pin: '1234' }, 404, /no such invoice/],
    ['no PIN', null, {}, 400, /pin/],
    ['a PIN that is a number', null, { pin: 1234 }, 400, /pin/],
    ['a wrong PIN', null, { pin: '9' }, 409, /PIN is wrong/],
    ['an unknown payer', null, { pin: '1234', payer: 'nobody' }, 404, /no such payer/],
    ['no JSON', null, '{', 400, /not JSON/],
    ['a list', null, [], 400, /./],
    ['100 kB', null, `{"pin":"${'1'.repeat(200_000)}"}`, 400, /larger/],
  ])('are not paid with %s', async (_name, reference, body, status, message) => {
    const answer = await ask(pay, { reference: reference ?? (await test.sendInvoice()) }, body);
    expect([answer.status, answer.json.error]).toEqual([status, expect.stringMatching(message)]);
  });

  it('are cancelled once', async () => {
    const reference = await test.sendInvoice();
    expect((await ask(cancel, { reference }, '')).status).toBe(200);
    expect(await ask(cancel, { reference }, '')).toMatchObject({ status: 409, json: { reason: 'canceled' } });
    expect((await ask(read, { reference: '1' })).status).toBe(404);
  });
});

it('a refusal names twenty problems at most', async () => {
  const balance = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`X${index}`, 'much']));
  const { status, json } = await ask(savePayer, { id: 'many' }, { balance });
  expect([status, json.error.split('; ').length]).toEqual([400, 20]);
});

describe('the clock', () => {
  it('runs the due work before it answers', async () => {
    const invoiceReference = await test.sendInvoice();
    await ask(pay, { reference: invoiceReference }, { pin: '1234' });
    expect((await ask(clock, {}, { advanceSeconds: 20, invoiceReference })).status).toBe(200);
    const { status } = await test.sandbox.db.read.invoice.findUniqueOrThrow({ where: { reference: invoiceReference } });
    expect(status).toBe('CANCELED');
  });

  it.each([
    [{}, 400],
    [{ advanceSeconds: -1 }, 400],
    [{ advanceSeconds: 1.5 }, 400],
    [{ advanceSeconds: '20' }, 400],
    [{ advanceSeconds: 1e12 }, 400],
    [{ advanceSeconds: 1, terminalId: 'a', invoiceReference: 'b' }, 400],
    [{ advanceSeconds: 1, terminalId: 'nobody' }, 404],
    [{ advanceSeconds: 1, invoiceReference: '1' }, 404],
  ])('answers %j with %d', async (body, status) => {
    expect((await ask(clock, {}, body)).status).toBe(status);
  });
});

describe('payers', () => {
  it('are created, topped up, emptied and reset', async () => {
    const id = 'eva-1';
    const save = (body: object) => ask(savePayer, { id }, body);
    expect((await save({ pin: '4321' })).json.balances.SEK).toBe('101000.00');
    expect((await save({ balance: { SEK: '10', EUR: '1.5' } })).json.balances).toMatchObject({
      SEK: '10.00',
      EUR: '1.50',
      JPY: '101000',
    });
    expect((await save({ topUp: '0.50' })).json.balances.SEK).toBe('10.50');
    const reference = await test.sendInvoice();
    expect((await ask(pay, { reference }, { pin: '4321', payer: id })).json.reason).toBe('too-little-money');
    expect((await save({ reset: true, name: 'Eva' })).json).toMatchObject({
      name: 'Eva',
      balances: { SEK: '101000.00' },
    });
    expect((await ask(pay, { reference }, { pin: '1234', payer: id })).status).toBe(200);
    expect((await ask(readPayer, { id })).json.payments).toMatchObject([{ amount: '100.00', currency: 'SEK' }]);
  });

  it.each([
    [{ pin: '12' }],
    [{ pin: '0001' }],
    [{ balance: { SEK: '-1' } }],
    [{ balance: { SEK: '1.005' } }],
    [{ balance: { XXX: '1' } }],
    [{ balance: { SEK: 5 } }],
    [{ tokens: [{}] }],
    [{ money: 'much' }],
  ])('are not changed by %j', async (body) => {
    expect((await ask(savePayer, { id: 'default' }, body)).status).toBe(400);
    expect((await ask(savePayer, { id: 'a b' }, {})).status).toBe(400);
    expect((await ask(readPayer, { id: 'nobody' })).status).toBe(404);
  });
});

describe('merchants', () => {
  it('can be blocked or forbidden to refund', async () => {
    const till = await test.registerTerminal();
    expect((await ask(changeTerminal, { id: till.id }, { state: 'BLOCKED' })).status).toBe(200);
    expect((await test.call('cancelInvoice', '', till.context)).code).toBe(33);
    expect((await ask(changeTerminal, { id: 'nobody' }, { state: 'BLOCKED' })).status).toBe(404);
    expect((await ask(changeTerminal, { id: till.id }, { state: 'GONE' })).status).toBe(400);
    expect((await ask(changeReseller, { id: 'fish' }, {})).status).toBe(400);
    const made = await ask(changeReseller, { id: 'fish' }, { password: 'herring', mayRefund: false });
    expect(made.json).toEqual({ id: 'fish', userId: '9900', name: 'fish', state: 'ACTIVE', mayRefund: false });
    const list = JSON.stringify((await ask(terminals, {})).json);
    expect(list).toContain(till.id);
    expect(list).not.toMatch(/password/i);
  });
});

describe('a webshop’s terminal', () => {
  const issue = (id: string, body: object) => ask(changeTerminal, { id }, body);
  const wanted = { kind: 'webshop', reseller: 'public_test_shop', password: 'issued-1' };

  it('is issued with the id in the address, and its calls are accepted', async () => {
    const issued = await issue('shop-17', { ...wanted, name: 'Shop 17' });
    expect(issued).toMatchObject({
      status: 200,
      json: { id: 'shop-17', kind: 'webshop', resellerId: 'public_test_shop', name: 'Shop 17', state: 'ACTIVE' },
    });
    expect(JSON.stringify(issued.json)).not.toMatch(/password|issued-1/i);
    const send = () => test.buy('10', '', terminalContext('shop-17', 'issued-1'));
    expect((await send()).ersReference).toMatch(/^\d{25}$/);
  });

  it('is issued again with another password, for the same reseller only', async () => {
    await ask(changeReseller, { id: 'other' }, { password: 'herring' });
    await issue('shop-18', wanted);
    expect((await issue('shop-18', { ...wanted, password: 'issued-2' })).status).toBe(200);
    expect((await issue('shop-18', { state: 'BLOCKED' })).json.state).toBe('BLOCKED');
    expect((await test.call('cancelInvoice', '', terminalContext('shop-18', 'issued-2'))).code).toBe(33);
    expect((await issue('shop-18', { ...wanted, reseller: 'other' })).status).toBe(409);
    const till = await test.registerTerminal();
    expect((await issue(till.id, wanted)).status).toBe(409);
    expect((await ask(terminals, {})).json.terminals).toContainEqual(
      expect.objectContaining({ id: till.id, kind: 'till' }),
    );
  });

  it.each([
    ['shop-19', {}, 400, /state/],
    ['shop-19', { state: 'BLOCKED' }, 404, /no such terminal/],
    ['shop-19', { ...wanted, state: 'ACTIVE' }, 400, /state/],
    ['shop-19', { ...wanted, kind: 'till' }, 400, /kind.*registerTerminal/],
    ['shop-19', { kind: 'webshop', password: 'abcd' }, 400, /reseller/],
    ['shop-19', { kind: 'webshop', reseller: 'public_test_shop' }, 400, /password/],
    ['shop-19', { ...wanted, password: 'abc' }, 400, /password.*4/],
    ['shop-19', { ...wanted, reseller: 'nobody' }, 404, /no such reseller/],
    ['shop/19', wanted, 400, /id: must be 1 to 60/],
    ['x'.repeat(61), wanted, 400, /id: must be 1 to 60/],
  ])('%s is not issued by %j', async (id, body, status, message) => {
    const answer = await issue(id, body);
    expect([answer.status, answer.json.error]).toEqual([status, expect.stringMatching(message)]);
  });
});

describe('faults', () => {
  it('are listed, and removed by the terminal that they are limited to', async () => {
    await ask(addFault, {}, { kind: 'delay', seconds: 0, terminalId: 'mine' });
    await ask(addFault, {}, { kind: 'delay', seconds: 0, terminalId: 'yours' });
    expect((await ask(addFault, {}, { kind: 'delay' })).status).toBe(400);
    const remove = (query: string) =>
      removeFaults(new Request(`http://localhost:3000/sandbox/api/faults${query}`, { method: 'DELETE' }), {
        params: Promise.resolve({}),
      });
    expect(await (await remove('?terminalId=mine')).json()).toEqual({ ok: true, removed: 1 });
    expect((await remove('?terminal=yours')).status).toBe(400);
    expect((await ask(faults, {})).json.faults).toMatchObject([{ terminalId: 'yours' }]);
    await remove('');
    expect((await ask(faults, {})).json.faults).toEqual([]);
  });
});

describe('messages', () => {
  it('are filtered by invoice, and their number has limits', async () => {
    const invoiceReference = await test.sendInvoice();
    await test.status(invoiceReference);
    const found = await ask(messages, {}, undefined, {}, `?invoiceReference=${invoiceReference}`);
    expect(found.json.messages.map(({ operation }: { operation: string }) => operation)).toEqual([
      'getPaymentStatus',
      'sendInvoice',
    ]);
    expect(JSON.stringify(found.json)).not.toContain('12345678');
    expect((await ask(messages, {}, undefined, {}, '?limit=0')).status).toBe(400);
  });
});

describe('a test notification', () => {
  it('is posted like a real one, and the result is returned', async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
      request.on('end', () => response.writeHead(request.url === '/shop' ? 204 : 404).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect((await ask(notify, {}, { url: `${address}/shop` })).json).toEqual({ httpStatus: 204, failure: null });
    expect((await ask(notify, {}, { url: `${address}/other` })).json).toEqual({ httpStatus: 404, failure: null });
    expect(bodies).toEqual(['invoiceReference=0', 'invoiceReference=0']);
    await new Promise((resolve) => server.close(resolve));
    const { json } = await ask(notify, {}, { url: `${address}/shop` });
    expect(json).toMatchObject({ httpStatus: null, failure: expect.stringContaining('ECONNREFUSED') });
  });

  it.each(['', 'shop.example', 'file:///etc/passwd', 'javascript:alert(1)'])('is not posted to %j', async (url) =>
    expect((await ask(notify, {}, { url })).status).toBe(400),
  );
});

describe('access', () => {
  it('is refused to pages of other sites', async () => {
    const foreign = { origin: 'http://evil.example' };
    expect((await ask(clock, {}, { advanceSeconds: 0 }, foreign)).status).toBe(403);
    expect((await ask(clock, {}, { advanceSeconds: 0 }, { origin: 'http://localhost:3000' })).status).toBe(200);
  });

  it('to a public sandbox requires its key', async () => {
    const key = 'a-key-of-sixteen-letters';
    configure({ SEQR_SANDBOX_PUBLIC: 'on', SEQR_SANDBOX_KEY: key });
    expect((await ask(terminals, {})).status).toBe(401);
    expect((await ask(terminals, {}, undefined, { 'x-sandbox-key': 'wrong' })).status).toBe(401);
    expect((await ask(terminals, {}, undefined, { 'x-sandbox-key': key })).status).toBe(200);
    expect((await ask(terminals, {}, undefined, { authorization: `Bearer ${key}` })).status).toBe(200);
    configure({ SEQR_SANDBOX_PUBLIC: 'on' });
    expect((await ask(terminals, {}, undefined, { 'x-sandbox-key': '' })).status).toBe(403);
    configure({});
  });

  it('is refused if there is no sandbox', async () => {
    configure({ SEQR_SANDBOX: 'off' });
    const request = new Request('http://localhost:3000/sandbox/api/terminals');
    expect((await terminals(request, { params: Promise.resolve({}) })).status).toBe(404);
    configure({});
  });
});
