import { defineConfig } from 'vitest/config';
import { hooksOfVitest4 } from './scripts/mutation/hooks-of-vitest-4';
import { residentPool } from './scripts/mutation/resident-worker';
import everything from './vitest.config';

/** For `npm run mutate`: only the tests beside the changed code, because each change runs them again. */
export default defineConfig({
  ...(everything.resolve && { resolve: everything.resolve }),
  plugins: [residentPool, hooksOfVitest4],
  test: {
    environment: 'node',
    env: { MERCHANT: 'demo' },
    include: (process.env.MUTATION_TESTS ?? '').split(','),
    isolate: false,
    setupFiles: ['scripts/mutation/reload-for-static.ts', 'lib/testing/fresh-process.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
