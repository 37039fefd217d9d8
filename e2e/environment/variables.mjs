// The configuration under test: databases of its own, everything on loopback, and nothing of the developer's .env.
import { readFileSync } from 'node:fs';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);

/** Where the server that the browser tests visit on this port keeps its databases, relative to the project. */
export function testFolder(port) {
  return `.data/e2e-${port}`;
}

/** `folder` is relative to the project and holds both databases. An empty variable counts as not set. */
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
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
