import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { freePort } from '../shared/serve.mjs';
import { startProxy } from './proxy';

const servers: Server[] = [];
let proxy: Awaited<ReturnType<typeof startProxy>> | undefined;

afterEach(() => {
  proxy?.stop();
  for (const server of servers.splice(0)) server.close();
});

/** A web process that answers with its name, or breaks each connection after it has read the request. */
async function target(name: string, { breaks = false, isDown = false } = {}) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.headers.host}`);
    if (breaks) request.socket.destroy();
    else request.pipe(response.setHeader('x-name', name));
  });
  server.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { address: `http://127.0.0.1:${port}`, isDown: () => isDown, seen };
}

async function before(...targets: Parameters<typeof startProxy>[1]) {
  const port = await freePort();
  proxy = await startProxy(port, targets);
  return (init?: RequestInit) => fetch(`http://127.0.0.1:${port}/`, init);
}

const nameOf = (response: Response) => response.headers.get('x-name');
const refusing = async () => ({ address: `http://127.0.0.1:${await freePort()}`, isDown: () => false });

it('gives requests to each process in turn, with their body and host', async () => {
  const one = await target('one');
  const send = await before(one, await target('two'));
  const first = await send({ method: 'POST', body: 'a body' });
  const names = [first, await send(), await send()].map(nameOf);
  expect(await first.text()).toBe('a body');
  expect(new Set(names.slice(0, 2))).toEqual(new Set(['one', 'two']));
  expect(names[2]).toBe(names[0]);
  expect(one.seen[0]).not.toContain(new URL(one.address).host);
});

it('skips a process that is down or refuses connections', async () => {
  const send = await before(await target('down', { isDown: true }), await refusing(), await target('up'));
  const names = [await send({ method: 'POST' }), await send({ method: 'POST' }), await send({ method: 'POST' })].map(
    nameOf,
  );
  expect(names).toEqual(['up', 'up', 'up']);
});

it('repeats a GET whose connection broke, and never a POST', async () => {
  const broken = await target('broken', { breaks: true });
  const send = await before(broken, await target('up'));
  expect([await send(), await send()].map(nameOf)).toEqual(['up', 'up']);
  const posts = await Promise.allSettled([send({ method: 'POST' }), send({ method: 'POST' })]);
  expect(posts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(broken.seen.filter((request) => request.startsWith('POST'))).toHaveLength(1);
});

it('answers 503 if no process is up', async () => {
  const send = await before(await target('down', { isDown: true }));
  expect((await send()).status).toBe(503);
});
