// `npm run mutate` (scripts/mutate.mjs): changes the code on purpose and reports which changes no unit test notices.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'off',
  // A changed text is not a bug that a unit test should find.
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 1,
  // Names no file: Stryker would read tsconfig.json with TypeScript's old API, which TypeScript 7 does not have.
  tsconfigFile: '.data/no-tsconfig.json',
  tempDirName: '.data/mutation/copy',
  ignorePatterns: ['.data', '.next', 'docs', 'e2e', 'public', 'test-results', 'playwright-report'],
  reporters: ['clear-text', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: process.env.MUTATION_REPORT ?? '.data/mutation/index.html' },
  incremental: true,
};
