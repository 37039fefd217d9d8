// The configuration of the server under test: separate databases, everything on loopback, nothing from the developer's .env.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serverVariables } from './server-variables.mjs';

const root = new URL('../../', import.meta.url);
const example = readFileSync(new URL('.env.example', root), 'utf8');
const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);

/** The port of the server that Playwright starts. */
export const testPort = Number(process.env.E2E_PORT || 4310);

/**
 * The folder of the databases of the server that the browser tests use on this port, relative to the project.
 * @param {number | string} port
 */
export function testFolder(port) {
  return `.data/e2e-${port}`;
}

/**
 * The folder of the databases that servers of tests start with: migrated, or also filled with the demo catalogue. The
 * server on this port makes them when it starts. Relative to the project.
 * @param {number | string} port
 * @param {'migrated' | 'seeded'} content
 */
export function templateFolder(port, content) {
  return `${testFolder(port)}/templates/${content}`;
}

/**
 * The URL of that server's shop database. With TEST_DATABASE=postgresql, it is on the server at TEST_POSTGRES_URL.
 * @param {number} port
 */
export function testDatabase(port) {
  if (process.env.TEST_DATABASE !== 'postgresql') return `file:${fileURLToPath(root)}${testFolder(port)}/shop.db`;
  const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
  url.pathname = `seqr_e2e_${port}`;
  return url.href;
}

/**
 * The server's environment variables. `folder` contains both databases, relative to the project. An empty variable counts as
 * unset.
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
    MERCHANT: 'demo',
    BEHIND_THE_SCENES: 'on',
    ADMIN_PASSWORD: 'pine needles 7',
    TEST_API_KEY: 'spruce cones and moss',
    // The tests order concurrently from one address. Tests of the limits use other addresses (X-Forwarded-For).
    RATE_LIMIT_CHECKOUT: '300',
    RATE_LIMIT_STATUS: '600',
    MAX_OPEN_TRANSFERS_PER_ADDRESS: '1000',
    MAX_OPEN_TRANSFERS_PER_MAILBOX: '1000',
    // The tests' products have few units, so reviews of large orders are tested by the order's total instead.
    TRANSFER_REVIEW_STOCK_PERCENT: '100',
    TRUST_PROXY: '1',
    DRAIN_SECONDS: '0',
    ...serverVariables,
  };
}
