// The configuration under test: databases of its own, everything on loopback, and nothing of the developer's .env.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serverVariables } from './server-variables.mjs';

const root = new URL('../../', import.meta.url);
const example = readFileSync(new URL('.env.example', root), 'utf8');
const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);

/**
 * Where the server that the browser tests visit on this port keeps its databases, relative to the project.
 * @param {number | string} port
 */
export function testFolder(port) {
  return `.data/e2e-${port}`;
}

/**
 * The shop's database of that server. With TEST_DATABASE=postgresql it is one of the PostgreSQL that TEST_POSTGRES_URL names.
 * @param {number} port
 */
export function testDatabase(port) {
  if (process.env.TEST_DATABASE !== 'postgresql') return `file:${fileURLToPath(root)}${testFolder(port)}/shop.db`;
  const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
  url.pathname = `seqr_e2e_${port}`;
  return url.href;
}

/**
 * `folder` is relative to the project and holds both databases. An empty variable counts as not set.
 * @param {string} folder
 * @param {number} port
 */
export function testVariables(folder, port) {
  return {
    ...Object.fromEntries(names.map((name) => [name, ''])),
    DATABASE_URL: `file:./${folder}/shop.db`,
    SEQR_SANDBOX_DATABASE_URL: `file:./${folder}/sandbox.db`,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    ADMIN_PASSWORD: 'pine needles 7',
    // Tests order from one address, side by side; those of the limits say that they come from others.
    RATE_LIMIT_CHECKOUT: '300',
    RATE_LIMIT_STATUS: '600',
    MAX_OPEN_TRANSFERS_PER_ADDRESS: '1000',
    MAX_OPEN_TRANSFERS_PER_MAILBOX: '1000',
    // The tests' products have few pieces; what a large order waits for is tested by its total.
    TRANSFER_REVIEW_STOCK_PERCENT: '100',
    TRUST_PROXY: '1',
    DRAIN_SECONDS: '0',
    ...serverVariables,
  };
}
