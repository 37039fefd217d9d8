import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { portOf } from '../port-of';
import { ignoreUpgrades } from './ignore-upgrades';

const server = createServer(async (request, response) => response.end(`read: ${await text(request)}`));

beforeAll(async () => {
  ignoreUpgrades();
  // Next's listener ends the connection too.
  server.on('upgrade', (_request, socket) => socket.end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

it.each([
  ['GET', ''],
  ['POST', 'a call'],
])('answers a %s that offers HTTP/2 in HTTP/1.1, and keeps the connection open', async (method, body) => {
  const socket = connect(portOf(server), '127.0.0.1').setEncoding('utf8');
  const upgrade = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA';
  const head = `${method} / HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\nContent-Length: ${body.length}\r\n\r\n`;
  for (const request of ['first', 'second']) {
    socket.write(head + body);
    const [answer = ''] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
    expect([request, answer]).toEqual([request, expect.stringMatching(/^HTTP\/1\.1 200 OK\r\n/)]);
    expect(answer).toContain(`\r\n\r\nread: ${body}`);
  }
  socket.destroy();
});
