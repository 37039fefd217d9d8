// What must be done before the shop can start, each step on its own. The order matters: catalogue pages are rendered
// while building, so the database is filled before.
import { isBuilt, markBuilt } from './build-stamp.mjs';
import { runNode, step } from './run.mjs';

export const nextBin = 'node_modules/next/dist/bin/next';

export function generateClients() {
  return step('database clients', async () => {
    const output = await runNode(['scripts/generate.mjs', '--if-changed']);
    return output.includes('generated') ? '' : 'up to date';
  });
}

export function migrateDatabases() {
  return step('databases', async () => {
    const output = await runNode(['--import', 'tsx', 'scripts/migrate.ts']);
    return output.includes('migrated') ? '' : 'up to date';
  });
}

export function seedShop() {
  return step('catalogue', async () => {
    await runNode(['--import', 'tsx', 'scripts/seed.ts']);
  });
}

export function buildPaymentView() {
  return step('payment view', async () => {
    await runNode(['scripts/build-payment-view.mjs']);
  });
}

/** `unlessBuilt` leaves a build alone that is of these very sources and this database. */
export function buildShop({ unlessBuilt = false } = {}) {
  return step('build', async () => {
    if (unlessBuilt && isBuilt()) return 'up to date';
    await runNode([nextBin, 'build'], { env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } });
    markBuilt();
  });
}
