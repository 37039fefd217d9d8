// Starts the measured servers as processes on free ports, and stops them by process id.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Browser, chromium } from 'playwright';
import { endTogether } from '../shared/ending.mjs';
import { findBrowser, howToGetOne } from '../shared/find-browser.mjs';
import { root, runNode } from '../shared/run.mjs';
import { freePort } from '../shared/serve.mjs';
import { nextBin } from '../shared/steps.mjs';
import { testFolder, testVariables } from '../shared/test-environment.mjs';
import { buildFloor } from './build-floor';
import { isShort } from './length';

const children: ChildProcess[] = [];
const browsers: Browser[] = [];
/** Temporary folders, removed by `stopAll`. */
const folders: string[] = [];

/** A server under test. */
export type Running = { readonly address: string; readonly pid: number | undefined };
export type Shop = Running & { readonly logFile: string };
/** The fields of the checkout's answer that the bench reads. */
export type Placed = {
  readonly orderId: string;
  readonly payUrl: string;
  readonly statusUrl: string;
  readonly invoiceReference: string;
};

/** With `--short`, all parts share what `open` starts, because a start takes longer than a short measurement. */
function shared<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opened: Promise<Value> | undefined;
  return () => {
    if (!isShort) return open();
    opened ??= open();
    return opened;
  };
}

/** Starts the built shop with fresh databases, ample stock and the sandbox. It logs each notification. */
export const startShop = shared(async (): Promise<Shop> => {
  const port = await freePort();
  const args = ['e2e/environment/server.mjs', String(port), 'debug'];
  const shop = await start(args, `http://127.0.0.1:${port}`, '/api/health');
  const folder = join(root, testFolder(port));
  const books = new Database(join(folder, 'shop.db'), { timeout: 5000 });
  books.exec('UPDATE Product SET stock = 10000000');
  books.close();
  return { ...shop, logFile: join(folder, 'server.log') };
});

/** Starts the sandbox alone with a fresh database, as `npm run sandbox` does after a build. */
export async function startSandboxAlone() {
  const port = await freePort();
  const folder = testFolder(port);
  rmSync(join(root, folder), { recursive: true, force: true });
  const env = { ...testVariables(folder, port), SHOP: 'off', SEQR_SANDBOX: 'on', RATE_LIMITS: 'off' };
  await runNode(['--import', 'tsx', 'scripts/migrate.ts'], { env });
  const started = performance.now();
  const args = [nextBin, 'start', '-p', String(port), '-H', '127.0.0.1'];
  const sandbox = await start(args, `http://127.0.0.1:${port}`, '/soap/merchant/cashregister-2?wsdl', { env });
  return { ...sandbox, startSeconds: (performance.now() - started) / 1000 };
}

/** Starts the polling shop, with which the bench compares this project's shop. */
export function startPollingShop(port: number, endpoint: string): Promise<Running> {
  const args = ['--import', 'tsx', 'scripts/bench/polling-shop.ts', String(port), endpoint];
  return start(args, `http://127.0.0.1:${port}`, '/calls');
}

/** Builds and starts a minimal Next app that serves a static list. Its speed is an upper limit for any shop on Next. */
export const startFloor = shared(async (): Promise<Running> => {
  const port = await freePort();
  const folder = await buildFloor();
  folders.push(folder);
  const args = [nextBin, 'start', folder, '-p', String(port), '-H', '127.0.0.1'];
  return start(args, `http://127.0.0.1:${port}`, '/', { cwd: folder });
});

type StartOptions = { readonly cwd?: string; readonly env?: Record<string, string> };

async function start(
  args: readonly string[],
  address: string,
  readyPath: string,
  { cwd = root, env = {} }: StartOptions = {},
): Promise<Running> {
  // Standard input stays open, because the server under test stops when its standard input closes.
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  children.push(child);
  endTogether(child);
  for (let tries = 0; tries < 1200; tries++) {
    if (hasEnded(child)) throw new Error(`${args[0]} ended with ${child.exitCode}`);
    const response = await fetch(address + readyPath).catch(() => null);
    if (response?.ok) return { address, pid: child.pid };
    await pause(50);
  }
  throw new Error(`${args[0]} does not answer at ${address}${readyPath}`);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

export async function stopAll() {
  await Promise.all(browsers.splice(0).map((browser) => browser.close()));
  await Promise.all(
    children.splice(0).map((child) => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      return hasEnded(child) ? undefined : ended;
    }),
  );
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export async function browserPath(): Promise<string> {
  const path = await findBrowser();
  if (!path) throw new Error(howToGetOne);
  return path;
}

export const openBrowser = shared(async (): Promise<Browser> => {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const browser = await chromium.launch({ executablePath: await browserPath(), args });
  browsers.push(browser);
  return browser;
});

/** Places an order as the checkout page does and returns the API's answer. */
export async function placeOrder(address: string, slug = 'stoneware-mug-morgon'): Promise<Placed> {
  const response = await fetch(`${address}/api/checkout`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      items: [{ slug, quantity: 1 }],
      customer: {
        name: 'Bench',
        email: 'bench@example.com',
        address: 'Tallvägen 1',
        postalCode: '12345',
        city: 'Umeå',
        country: 'SE',
      },
      paymentMethod: 'seqr',
      checkoutKey: crypto.randomUUID(),
    }),
  });
  if (response.status !== 201) throw new Error(`checkout: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Tops up the sandbox's payer for a long run. */
export async function topUpPayer(address: string): Promise<void> {
  const response = await fetch(`${address}/sandbox/api/payers/default`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ balance: { SEK: '9000000.00' } }),
  });
  if (!response.ok) throw new Error(`payer: ${response.status} ${await response.text()}`);
}

export async function payInApp(address: string, invoiceReference: string): Promise<void> {
  const response = await fetch(`${address}/sandbox/api/invoices/${invoiceReference}/pay`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ pin: '1234' }),
  });
  if (!response.ok) throw new Error(`pay: ${response.status} ${await response.text()}`);
}
