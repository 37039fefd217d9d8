import { Agent, createServer, request, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onServerRequest } from '../on-server-request';
import { portOf } from '../port-of';
import { readBody } from './request-body';
import { postTo, serveFirst } from './serve-first';

let server: Server;
let address: string;
/** Called when the call `hang` has arrived, and when its client is gone. */
let arrived: () => void;
let left: () => void;

async function serve(request: Request): Promise<Response> {
  const text = await request.text();
  if (text === 'close') throw new Error('closed by a fault');
  if (text === 'hang') {
    arrived();
    await new Promise((resolve) => request.signal.addEventListener('abort', resolve));
    left();
  }
  return new Response(`served ${text}`, { status: 201, headers: { 'Content-Type': 'text/xml' } });
}

async function serveLimited(request: Request): Promise<Response> {
  return new Response((await readBody(request, 1_000)) === null ? 'too large' : 'read');
}

async function serveJson(): Promise<Response> {
  const response = Response.json({});
  for (const cookie of ['a=1; Path=/', 'b=2; Expires=Thu, 01 Jan 1970 00:00:00 GMT']) {
    response.headers.append('Set-Cookie', cookie);
  }
  return response;
}

beforeAll(async () => {
  onServerRequest((request) => {
    if (request.headers['x-test'] === 'misdirected') request.url = '/misdirected';
  });
  serveFirst(postTo(['/soap'], serve), (response) => response.destroy());
  serveFirst(postTo(['/limited'], serveLimited));
  serveFirst(postTo(['/json'], serveJson, 'application/json'));
  serveFirst((_request, path) => (path === '/failing' ? () => Promise.reject(new Error('no')) : null));
  server = createServer((request, response) => response.end(`Next: ${request.method} ${request.url}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${portOf(server)}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const textOf = async (path: string, init: RequestInit) => (await fetch(address + path, init)).text();

it('answers posts to its paths, from the first request on, and leaves the rest to Next', async () => {
  const response = await fetch(`${address}/soap?v=1`, { method: 'POST', body: 'a call' });
  expect([response.status, await response.text()]).toEqual([201, 'served a call']);
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(response.headers.get('Content-Length')).toBe('13');
  expect(await textOf('/soap?wsdl', {})).toBe('Next: GET /soap?wsdl');
  expect(await textOf('/soap/other', { method: 'POST', body: 'x' })).toBe('Next: POST /soap/other');
});

it('leaves what an earlier check has sent elsewhere to Next', async () => {
  const init = { method: 'POST', body: 'a call', headers: { 'X-Test': 'misdirected' } };
  expect(await textOf('/soap', init)).toBe('Next: POST /misdirected');
});

it('leaves another type of body to Next, and sends each cookie', async () => {
  const post = (type: string) =>
    fetch(`${address}/json`, { method: 'POST', body: '{}', headers: { 'Content-Type': type } });
  expect(await (await post('application/x-www-form-urlencoded')).text()).toBe('Next: POST /json');
  expect(await (await post('Application/JSON; charset=utf-8')).text()).toBe('{}');
  const { headers } = await post('application/json');
  expect(headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Expires=Thu, 01 Jan 1970 00:00:00 GMT']);
});

it.each([
  ['with a Content-Length', false],
  ['in chunks', true],
])('answers the next request after a body %s, which the route did not read', async (_kind, isChunked) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (method: string, path: string, body = '') =>
    new Promise((resolve, reject) => {
      const sent = request(`${address}${path}`, { agent, method }, (response) => resolve(text(response)));
      sent.on('error', reject);
      if (isChunked) sent.write('x');
      sent.end(body);
    });
  expect(await send('POST', '/limited', 'x'.repeat(2_000_000))).toBe('too large');
  expect(await send('GET', '/')).toBe('Next: GET /');
  agent.destroy();
});

it('answers 500 if a route fails', async () => {
  expect((await fetch(`${address}/failing`)).status).toBe(500);
});

it('closes the connection if there is no answer, and notices that a client is gone', async () => {
  await expect(textOf('/soap', { method: 'POST', body: 'close' })).rejects.toThrow();
  const client = new AbortController();
  const hasArrived = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const hasLeft = new Promise<void>((resolve) => {
    left = resolve;
  });
  const hanging = textOf('/soap', { method: 'POST', body: 'hang', signal: client.signal });
  await hasArrived;
  client.abort();
  await expect(hanging).rejects.toThrow();
  await hasLeft;
});
