import { defineConfig } from 'vitest/config';
import everything from './vitest.config';

/** For `npm run mutate`: only the tests beside the changed code, because each change runs them again. */
export default defineConfig({
  ...(everything.resolve && { resolve: everything.resolve }),
  test: {
    environment: 'node',
    env: { MERCHANT: 'demo' },
    include: [process.env.MUTATION_TESTS ?? ''],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
