// DNS rebinding: a name whose address changes between lookups must not give access to a public sandbox's private
// network. The sandbox connects to the address it checked.
import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { postNotification } from './post-notification';

const dns = vi.hoisted(() => ({ answers: [] as LookupAddress[][] }));
vi.mock('node:dns', () => ({
  lookup: (_name: string, _options: object, answer: (error: null, addresses: LookupAddress[]) => void) =>
    answer(null, dns.answers.shift() ?? []),
}));
// A test can only reach servers on loopback, so that counts as public here.
vi.mock('./private-address', () => ({ isPrivateAddress: (address: string) => address !== '127.0.0.1' }));

const here: LookupAddress = { address: '127.0.0.1', family: 4 };
const inside: LookupAddress = { address: '10.0.0.7', family: 4 };

let server: Server;
let url: string;
let received: number;

beforeAll(async () => {
  server = createServer((_request, response) => {
    received += 1;
    response.writeHead(302, { Location: 'http://10.0.0.7/' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://shop.test:${(server.address() as AddressInfo).port}/notify`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  received = 0;
});

it('resolves once, connects to the checked address and follows no redirect', async () => {
  dns.answers = [[here], [inside]];
  expect(await postNotification(url, '1', { publicOnly: true })).toEqual({ httpStatus: 302, failure: null });
  expect([received, dns.answers.length]).toEqual([1, 1]);
});

it.each([
  ['a private address', [inside]],
  ['a public and a private address', [here, inside]],
  ['an IPv4-mapped address', [{ address: '::ffff:10.0.0.7', family: 6 }]],
])('makes no connection to a name with %s', async (_name, addresses) => {
  dns.answers = [addresses];
  const outcome = await postNotification(url, '1', { publicOnly: true });
  expect([outcome.failure, received]).toEqual([expect.stringContaining('private network'), 0]);
});

it('reports a name without an address', async () => {
  dns.answers = [[]];
  expect((await postNotification(url, '1', { publicOnly: true })).failure).toBe('the name has no address');
});
