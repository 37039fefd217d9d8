// The steps that prepare the shop to start. The build needs no database and no configuration.
import { join } from 'node:path';
import { isBuilt, markBuilt } from './build-stamp.mjs';
import { addPreviousStatic, copyStatic } from './previous-static.mjs';
import { root, runNode, step } from './run.mjs';

export const nextBin = 'node_modules/next/dist/bin/next';

export function generateClients() {
  return step('database clients', async () => {
    const output = await runNode(['--import', 'tsx', 'scripts/generate.ts', '--if-changed']);
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
    await runNode(['--import', 'tsx', 'scripts/build-payment-view.ts']);
  });
}

/**
 * With `unlessBuilt`, skips the build if the existing one matches the current sources. `variables`: more variables for
 * Next.
 * @param {{ unlessBuilt?: boolean, variables?: Record<string, string> }} options
 */
export function buildShop({ unlessBuilt = false, variables = {} } = {}) {
  return step('build', async () => {
    if (unlessBuilt && isBuilt()) return 'up to date';
    const dist = join(root, '.next');
    copyStatic(dist);
    await runNode([nextBin, 'build'], {
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', MERCHANT: '', ...variables },
    });
    addPreviousStatic(dist);
    markBuilt();
  });
}

export function packageStandalone() {
  return step('standalone folder', async () => {
    await runNode(['--import', 'tsx', 'scripts/package-standalone.ts']);
  });
}
