import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portOf } from '../port-of';
import { closeWorker } from './close-worker';

const server = createServer((request, response) => response.end(request.url));

beforeAll(async () => {
  closeWorker();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

it.each([
  ['/api/health', '/api/health'],
  ['/api/health?from=proxy', '/api/health?from=proxy'],
  ['/api/health/live', '/api/health/live'],
  ['/', '/api/worker-only'],
  ['/api/healthy', '/api/worker-only'],
  ['/api/health/other', '/api/worker-only'],
  ['/api/seqr/notification/1?invoiceReference=2', '/api/worker-only'],
  ['/admin', '/api/worker-only'],
  ['/_next/static/a.js', '/api/worker-only'],
])('a worker routes %s as %s', async (requested, served) => {
  const response = await fetch(`http://127.0.0.1:${portOf(server)}${requested}`);
  expect(await response.text()).toBe(served);
});
