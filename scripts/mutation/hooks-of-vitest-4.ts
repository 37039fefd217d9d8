import type { Plugin } from 'vitest/config';

/**
 * Since Vitest 4.1, a hook's second argument is the suite. Stryker 9.5 reads the first, so it would learn nothing about
 * which test reaches which mutant and run all tests for each. Later versions do not support Node 20.
 */
export const hooksOfVitest4: Plugin = {
  name: 'stryker-hooks-of-vitest-4',
  transform: (code, id) =>
    /\/stryker-setup-\d+\.js$/.test(id) ? code.replaceAll('afterAll(({ meta })', 'afterAll(({}, { meta })') : undefined,
};
