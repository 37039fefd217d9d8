// Starts what is measured, as processes of their own on free ports, and ends them by their process ids.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { chromium } from 'playwright';
import { testFolder, testVariables } from '../../e2e/environment/variables.mjs';
import { findBrowser, howToGetOne } from '../find-browser.mjs';
import { root, runNode } from '../run.mjs';
import { freePort } from '../serve.mjs';
import { nextBin } from '../steps.mjs';

const children = [];
const browsers = [];

/** The built shop with fresh databases, goods that do not run out, and the sandbox beside it. */
export async function startShop() {
  const port = await freePort();
  const shop = await start(['e2e/environment/server.mjs', String(port)], `http://127.0.0.1:${port}`, '/api/health');
  const books = new Database(join(root, testFolder(port), 'shop.db'), { timeout: 5000 });
  books.exec('UPDATE Product SET stock = 10000000');
  books.close();
  return shop;
}

/** The sandbox without the shop, as `npm run sandbox` starts it after the build, with a fresh database. */
export async function startSandboxAlone() {
  const port = await freePort();
  const folder = testFolder(port);
  rmSync(join(root, folder), { recursive: true, force: true });
  Object.assign(process.env, testVariables(folder, port), {
    SHOP: 'off',
    SEQR_SANDBOX: 'on',
    RATE_LIMITS: 'off',
  });
  await runNode(['--import', 'tsx', 'scripts/migrate.ts']);
  const started = performance.now();
  const args = [nextBin, 'start', '-p', String(port), '-H', '127.0.0.1'];
  const sandbox = await start(args, `http://127.0.0.1:${port}`, '/soap/merchant/cashregister-2?wsdl');
  return { ...sandbox, startSeconds: (performance.now() - started) / 1000 };
}

/** A shop that asks SEQR once a second for each page, to compare with. */
export function startPollingShop(port, endpoint) {
  const args = ['--import', 'tsx', 'scripts/bench/polling-shop.ts', String(port), endpoint];
  return start(args, `http://127.0.0.1:${port}`, '/calls');
}

/** A bare Next app with a static list of the same length, built for the occasion: the limit, not a rival. */
export async function startFloor() {
  const port = await freePort();
  await runNode([nextBin, 'build', 'scripts/bench/floor']);
  const args = [nextBin, 'start', 'scripts/bench/floor', '-p', String(port), '-H', '127.0.0.1'];
  return start(args, `http://127.0.0.1:${port}`, '/');
}

async function start(args, address, readyPath) {
  // Standard input stays open: the server under test ends when it is closed.
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'ignore', 'inherit'] });
  children.push(child);
  for (let tries = 0; tries < 1200; tries++) {
    if (hasEnded(child)) throw new Error(`${args[0]} ended with ${child.exitCode}`);
    const response = await fetch(address + readyPath).catch(() => null);
    if (response?.ok) return { address, pid: child.pid };
    await pause(50);
  }
  throw new Error(`${args[0]} does not answer at ${address}${readyPath}`);
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

export async function stopAll() {
  await Promise.all(browsers.splice(0).map((browser) => browser.close()));
  await Promise.all(
    children.splice(0).map((child) => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      return hasEnded(child) ? undefined : ended;
    }),
  );
}

export async function browserPath() {
  const path = await findBrowser();
  if (!path) throw new Error(howToGetOne);
  return path;
}

export async function openBrowser() {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const browser = await chromium.launch({ executablePath: await browserPath(), args });
  browsers.push(browser);
  return browser;
}

/** Places an order as the checkout page does and returns the API's answer. */
export async function placeOrder(address, slug = 'stoneware-mug-morgon') {
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

/** Gives the sandbox's payer money enough for a long run. */
export async function fillPurse(address) {
  const response = await fetch(`${address}/sandbox/api/payers/default`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ balance: { SEK: '9000000.00' } }),
  });
  if (!response.ok) throw new Error(`payer: ${response.status} ${await response.text()}`);
}

export async function payInApp(address, invoiceReference) {
  const response = await fetch(`${address}/sandbox/api/invoices/${invoiceReference}/pay`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ pin: '1234' }),
  });
  if (!response.ok) throw new Error(`pay: ${response.status} ${await response.text()}`);
}
