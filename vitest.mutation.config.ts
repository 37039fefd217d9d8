import { defineConfig } from 'vitest/config';
import { hooksOfVitest4 } from './scripts/mutation/hooks-of-vitest-4';
import { residentPool } from './scripts/mutation/resident-worker';
import { ShortTestsFirst } from './scripts/mutation/short-tests-first';
import everything from './vitest.config';

/** For `npm run mutate`: only the tests beside the changed code, because each change runs them again. */
export default defineConfig({
  ...(everything.resolve && { resolve: everything.resolve }),
  plugins: [residentPool, hooksOfVitest4],
  test: {
    environment: 'node',
    env: { MERCHANT: 'demo' },
    include: (process.env.MUTATION_TESTS ?? '').split(','),
    // Random histories and the rate of repeated writes: long tests of the whole shop, which find few mutants of their own.
    exclude: ['lib/checkout/{interleavings,retry-rate}.test.ts'],
    sequence: { sequencer: ShortTestsFirst },
    isolate: false,
    setupFiles: ['scripts/mutation/reload-for-static.ts', 'lib/testing/fresh-process.ts'],
    // A mutant that makes a test hang costs this much time.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
