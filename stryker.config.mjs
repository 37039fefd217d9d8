// `npm run mutate` (scripts/mutate.mjs): changes the code on purpose and reports which changes no unit test notices.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/ignore-log-calls.mjs'],
  coverageAnalysis: 'perTest',
  // An endless loop is found by its repetitions. A slow test on a busy machine must not count as a found mutant.
  timeoutMS: 60_000,
  // A changed text is not a bug that a unit test should find.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorers: ['log-calls'],
  concurrency: 1,
  // A process that has run the tests a hundred times holds 2 GB, and is several times slower than a new one.
  maxTestRunnerReuse: 40,
  // Names no file: Stryker would read tsconfig.json with TypeScript's old API, which TypeScript 7 does not have.
  tsconfigFile: '.data/no-tsconfig.json',
  tempDirName: '.data/mutation/copy',
  ignorePatterns: ['.data', '.next', 'docs', 'e2e', 'public', 'test-results', 'playwright-report'],
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: process.env.MUTATION_REPORT ?? '.data/mutation/index.html' },
  jsonReporter: { fileName: (process.env.MUTATION_REPORT ?? '.data/mutation/index.html').replace('.html', '.json') },
  incremental: true,
};
