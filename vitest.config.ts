import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const tests = '{lib,app,components,scripts,prisma}/**/*.test.{ts,tsx}';
/** Each of these files needs its own process, because it replaces a module or never stops listening to all requests. */
const isolated = [
  'app/{,sandbox/}growth.test.ts',
  'app/api/test/test-api.test.ts',
  'app/sandbox/app/session.test.ts',
  'lib/cart/change-cart.test.ts',
  'lib/http/{answer-unavailable,close-shop,close-worker,compress-responses,default-language,ignore-upgrades,page-cache,serve-first}.test.ts',
  'lib/i18n/german-on.test.ts',
  'lib/guard-host.test.ts',
  'lib/guard-request.test.ts',
  'lib/reconciliation/close-day.test.ts',
  'lib/require-https.test.ts',
  'lib/sandbox/notifications/rebinding.test.ts',
  'lib/seqr/seqr-error.test.ts',
  'lib/test-api/hide-test-api.test.ts',
];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    environment: 'node',
    // Tests sell the demonstration's goods as its merchant, whatever lib/merchant.ts says.
    env: { MERCHANT: 'demo' },
    globalSetup: 'lib/testing/postgresql-run.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many of these tests wait for a disk or another process, so one more worker than processors.
    maxWorkers: availableParallelism() + 1,
    // Only with --coverage, which slows the tests down.
    coverage: {
      provider: 'v8',
      include: ['lib/**/*.{ts,tsx,js}'],
      exclude: ['**/generated/**', 'lib/testing/**', '**/*.{test,d}.ts'],
      reportsDirectory: '.data/coverage/unit',
      reporter: ['html', 'lcovonly', 'json-summary'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: [tests],
          exclude: [...isolated, 'node_modules'],
          isolate: false,
          setupFiles: ['lib/testing/fresh-process.ts'],
        },
      },
      { extends: true, test: { name: 'isolated', include: isolated } },
    ],
  },
});
