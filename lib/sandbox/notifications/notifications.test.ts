import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { getInvoiceDetails } from '../console/invoices';
import { listNotifications } from '../console/notifications';
import { read as readInvoice } from '../control/invoices';
import { payInvoice } from '../payers/pay-invoice';
import { postNotification } from './post-notification';
import { isPrivateAddress } from './private-address';

type Received = {
  method: string | undefined;
  type: string | undefined;
  authorization?: string;
  path: string | undefined;
  body: string;
};

let test: TestSandbox;
let shop: Server;
let address: string;
let received: Received[];
let answers: number[];

beforeEach(async () => {
  test = await openTestSandbox();
  received = [];
  answers = [];
  shop = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { authorization, 'content-type': type } = request.headers;
    received.push({ method: request.method, type, ...(authorization && { authorization }), path: request.url, body });
    const status = answers.shift() ?? 200;
    response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end();
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterEach(async () => {
  shop.closeAllConnections();
  shop.close();
  await test.close();
});

async function payOne(path = '/notify?order=7&x=å'): Promise<string> {
  const reference = await test.sendInvoice(
    `<notificationUrl>${`${address}${path}`.replaceAll('&', '&amp;')}</notificationUrl>`,
  );
  await payInvoice(test.sandbox, reference, '1234');
  return reference;
}

const advance = (reference: string, seconds: number) => test.advance(seconds, { invoiceReference: reference });

describe('notifications', () => {
  it('are form POSTs with the invoice’s reference, sent once to the full address', async () => {
    const reference = await payOne();
    expect(received).toEqual([]);
    await advance(reference, 0);
    await advance(reference, 0);
    expect(received).toEqual([
      {
        method: 'POST',
        type: 'application/x-www-form-urlencoded',
        path: '/notify?order=7&x=%C3%A5',
        body: `invoiceReference=${reference}`,
      },
    ]);
  });

  it('send the address’s user and password as Basic authentication, and no page or log shows them', async () => {
    const url = address.replace('//', '//shop%40home:p%3Ass%zz@');
    const reference = await test.sendInvoice(`<notificationUrl>${url}/notify</notificationUrl>`);
    await payInvoice(test.sandbox, reference, '1234');
    await test.status(reference);
    await advance(reference, 0);
    const credentials = Buffer.from('shop@home:p:ss%zz').toString('base64');
    expect(received).toMatchObject([{ authorization: `Basic ${credentials}`, path: '/notify' }]);

    await test.sandbox.messages.flush();
    const shown = JSON.stringify([
      await getInvoiceDetails(test.sandbox, reference),
      await listNotifications(test.sandbox, { invoiceReference: reference }),
      await readInvoice(test.sandbox, new Request(address), { reference }),
      await test.sandbox.db.read.message.findMany(),
    ]);
    expect(shown).not.toMatch(/shop%40home|p%3Ass/);
    expect(shown.match(/http:\/\/\*\*\*@127\.0\.0\.1:\d+\/notify/g)).toHaveLength(6);
  });

  it('are sent without a request', async () => {
    test.sandbox.start();
    const reference = await test.sendInvoice(`<notificationUrl>${address}/</notificationUrl>`);
    const notified = new Promise((resolve) => {
      test.sandbox.events.subscribe(reference, ({ kind }) => kind === 'notified' && resolve(kind));
    });
    await payInvoice(test.sandbox, reference, '1234');
    await notified;
    expect(received).toHaveLength(1);
  });

  it('are claimed by the payment’s transaction, and repeated if the process dies before it sends them', async () => {
    test.sandbox.start();
    const send = vi.spyOn(test.sandbox, 'sendClaimed').mockImplementation(() => {});
    const reference = await payOne();
    expect(await test.sandbox.db.read.notification.findMany()).toMatchObject([{ attempts: 1, doneAt: null }]);
    expect(send).toHaveBeenCalledOnce();
    await test.status(reference);
    await advance(reference, 9);
    expect(received).toEqual([]);
    await advance(reference, 1);
    expect(received).toHaveLength(1);
    expect(await test.sandbox.db.read.notification.findMany()).toMatchObject([{ attempts: 2, dueAt: null }]);
  });

  it('are retried with growing pauses until the answer is 2xx, and every attempt is stored', async () => {
    answers = [500, 302, 404, 204];
    const reference = await payOne();
    await test.status(reference);
    await advance(reference, 0);
    expect(received).toHaveLength(1);
    for (const [pause, count] of [
      [1, 2],
      [1, 2],
      [1, 3],
      [3, 3],
      [1, 4],
      [3600, 4],
    ] as const) {
      await advance(reference, pause);
      expect(received).toHaveLength(count);
    }
    const attempts = await test.sandbox.db.read.notificationAttempt.findMany({ orderBy: { id: 'asc' } });
    expect(attempts.map(({ httpStatus }) => httpStatus)).toEqual([500, 302, 404, 204]);
    expect(received.every(({ path }) => path === '/notify?order=7&x=%C3%A5')).toBe(true);
  });

  it('stop after the last attempt', async () => {
    answers = Array.from({ length: 20 }, () => 500);
    const reference = await payOne();
    await test.status(reference);
    for (let attempt = 0; attempt < 15; attempt += 1) await advance(reference, 3600);
    expect(received).toHaveLength(11);
  });

  it('survive a restart', async () => {
    const reference = await payOne();
    await test.restart();
    await advance(reference, 0);
    expect(received).toHaveLength(1);
  });

  it('are not sent without an address or before the payment', async () => {
    const reference = await test.sendInvoice(`<notificationUrl>${address}/</notificationUrl>`);
    await advance(reference, 0);
    await payInvoice(test.sandbox, await test.sendInvoice(), '1234');
    expect(await test.sandbox.db.read.notification.count()).toBe(0);
  });
});

describe('postNotification', () => {
  it('reports a refused connection and a timeout', async () => {
    const refused = await postNotification('http://127.0.0.1:1/', '1', { publicOnly: false });
    expect(refused).toMatchObject({ httpStatus: null, failure: expect.stringContaining('ECONNREFUSED') });
    shop.removeAllListeners('request');
    const silent = await postNotification(address, '1', { publicOnly: false, timeoutMs: 50 });
    expect(silent).toEqual({ httpStatus: null, failure: 'no answer within 0.05 s' });
  });

  it.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'http://[::1]:9/', 'http://10.0.0.7/', 'http://2130706433/'])(
    'makes no connection to %s from a public sandbox',
    async (url) => {
      const outcome = await postNotification(url, '1', { publicOnly: true });
      expect(outcome.failure).toContain('private network');
    },
  );
});

describe('isPrivateAddress', () => {
  it.each([
    ['127.0.0.1', true],
    ['0.0.0.0', true],
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['8.8.8.8', false],
    ['::1', true],
    ['::', true],
    ['fe80::1%eth0', true],
    ['fd00::1', true],
    ['::ffff:10.0.0.1', true],
    ['64:ff9b::a00:1', true],
    ['2002:a00:1::', true],
    ['2606:4700::1111', false],
  ])('classifies %s as %s', (address, expected) => {
    expect(isPrivateAddress(address)).toBe(expected);
  });
});
