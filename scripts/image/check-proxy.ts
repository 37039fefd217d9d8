// Runs the installed Caddy with the project's Caddyfile in front of a running shop.
import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { endTogether } from '../shared/ending.mjs';
import { root } from '../shared/run.mjs';
import { freePort } from '../shared/serve.mjs';
import { onlyWith } from './carry-out';

const START_MS = 20_000;

export function hasCaddy(): boolean {
  return spawnSync('caddy', ['version']).status === 0;
}

export interface Proxy {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts Caddy on free ports, with `port` as its https port. */
export async function startProxy(port: number, shop: string, sandbox: string): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'caddy-'));
  const env = onlyWith({
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    HTTP_PORT: String(await freePort()),
    HTTPS_PORT: String(port),
    SHOP_PROCESSES: new URL(shop).host,
    SANDBOX_PROCESS: new URL(sandbox).host,
  });
  const args = ['run', '--config', join(root, 'Caddyfile'), '--adapter', 'caddyfile'];
  const child = spawn('caddy', args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  endTogether(child);
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const address = `https://localhost:${port}`;
  for (const deadline = performance.now() + START_MS; ; await pause(100)) {
    const status = await open(`${address}/api/health/live`).then(
      ({ statusCode }) => statusCode,
      () => 0,
    );
    if (status === 200) break;
    assert.ok(performance.now() < deadline && child.exitCode === null, `Caddy did not start:\n${output}`);
  }
  return {
    address,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Checks that Caddy compresses static files, lets browsers cache them, and passes on a payment's events immediately. */
export async function checkProxy({ address }: Proxy, sandbox: string): Promise<void> {
  const front = await open(address, { 'accept-encoding': 'gzip' });
  assert.equal(front.headers['content-encoding'], 'gzip');
  const page = await text(await open(address));
  const script = await open(address + find(page, /src="(\/_next\/static\/[^"]+\.js)"/), { 'accept-encoding': 'gzip' });
  assert.equal(script.headers['content-encoding'], 'gzip');
  assert.match(String(script.headers['cache-control']), /max-age=31536000, immutable/);
  const picture = await open(address + find(page, /src="(\/products\/[^"]+\.svg)"/), { 'accept-encoding': 'gzip' });
  assert.equal(picture.headers['content-encoding'], 'gzip');
  assert.match(String(picture.headers['cache-control']), /max-age=86400/);
  for (const response of [front, script, picture]) response.destroy();
  await checkStream(address, sandbox, find(page, /href="\/products\/([\w-]+)"/));
}

async function checkStream(address: string, sandbox: string, slug: string): Promise<void> {
  const placed = await open(
    `${address}/api/checkout`,
    { 'content-type': 'application/json' },
    {
      items: [{ slug, quantity: 1 }],
      customer: {
        name: 'Åsa',
        email: 'a@example.com',
        address: 'B 3',
        postalCode: '791 71',
        city: 'Falun',
        country: 'SE',
      },
      delivery: 'standard',
      paymentMethod: 'seqr',
      checkoutKey: crypto.randomUUID(),
    },
  );
  const order = JSON.parse(await text(placed));
  const stream = await open(`${address}${order.statusUrl}/events`, { 'accept-encoding': 'gzip' });
  assert.match(String(stream.headers['content-type']), /text\/event-stream/);
  assert.equal(stream.headers['content-encoding'], undefined);
  let received = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk;
  });
  // The stream stays open, so an event that arrives now has waited for neither a full buffer nor the stream's end.
  await until(() => received.includes('data: {'), 'the first event');
  const scanned = await fetch(`${sandbox}/sandbox/api/invoices/${order.invoiceReference}/scan`, { method: 'POST' });
  assert.ok(scanned.ok);
  await until(() => received.includes('heartbeat'), 'a heartbeat');
  assert.equal(stream.complete, false);
  stream.destroy();
}

/** Accepts any certificate, because Caddy's is signed by Caddy itself. */
function open(url: string, headers: Record<string, string> = {}, body?: object): Promise<IncomingMessage> {
  const method = body ? 'POST' : 'GET';
  const sent = request(url, { method, headers, rejectUnauthorized: false, agent: false });
  sent.end(body && JSON.stringify(body));
  return once(sent, 'response').then(([response]) => response);
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (const deadline = performance.now() + 8_000; !isSo(); await pause(50)) {
    assert.ok(performance.now() < deadline, `${what} did not come through the proxy within eight seconds`);
  }
}

function find(page: string, pattern: RegExp): string {
  return pattern.exec(page)?.[1] ?? assert.fail(`the page has no ${pattern}`);
}
