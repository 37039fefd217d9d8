import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UNAVAILABLE_DIGEST } from '../unavailable-digest';
import { answerUnavailable, notePageResponses } from './answer-unavailable';

// A server that answers as Next does; e2e/flows/database-down.spec.ts tests Next itself.

let server: Server;
let address: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  notePageResponses();
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
});
afterAll(() => {
  server.close();
});

const databaseFailure = () => Object.assign(new Error('not reachable'), { digest: UNAVAILABLE_DIGEST });

/** Fails with `error`, as a page does: Next reports the error and then sends its own page. */
function failWith(error: unknown, status = 500) {
  answer = ({ url: path = '', method = '', headers }, response) => {
    answerUnavailable(error, { path, method, headers });
    response.statusCode = status;
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('ETag', '"page"');
    response.setHeader('Content-Security-Policy', "default-src 'self'");
    response.flushHeaders();
    response.write('<html>');
    response.end('</html>');
  };
}

it('replaces a page that failed because of the database with a 503 page, and keeps the security headers', async () => {
  failWith(databaseFailure());
  const response = await fetch(`${address}/sv/cart`);
  expect(response.status).toBe(503);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'retry-after': '10',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'self'",
  });
  expect(response.headers.has('etag')).toBe(false);
  expect(await response.text()).toMatch(/^<!doctype html><html lang="sv">.*Butiken kan inte användas.*<\/html>$/);
  expect((await fetch(`${address}/cart`, { method: 'HEAD' })).status).toBe(503);
});

it('uses the language of the address; in the back office the chosen language, otherwise the browser’s', async () => {
  failWith(databaseFailure());
  const languageOf = async (path: string, headers: Record<string, string> = {}) =>
    /lang="(\w+)"/.exec(await (await fetch(address + path, { headers })).text())?.[1];
  expect(await languageOf('/orders/1/pay', { 'Accept-Language': 'sv' })).toBe('en');
  expect(await languageOf('/sv')).toBe('sv');
  expect(await languageOf('/admin', { 'Accept-Language': 'sv' })).toBe('sv');
  expect(await languageOf('/admin?q=1', { 'Accept-Language': 'en', Cookie: 'admin-language=sv' })).toBe('sv');
  expect(await languageOf('/administrator', { 'Accept-Language': 'sv' })).toBe('en');
});

it.each([
  ['another error', new Error('a mistake of ours'), 500],
  ['no error', 'database-unavailable', 500],
  ['a page that was sent successfully', databaseFailure(), 200],
])('does not change the response after %s', async (_, error, status) => {
  failWith(error, status);
  const response = await fetch(`${address}/cart`);
  expect(response.status).toBe(status);
  expect(await response.text()).toBe('<html></html>');
});

it('does not change the response to a POST', async () => {
  failWith(databaseFailure());
  expect((await fetch(`${address}/cart`, { method: 'POST' })).status).toBe(500);
});
