// `npm test`: what a developer runs before a push, from a fresh clone to one line that says how many tests passed: checks,
// unit tests, the tests of concurrent writes on PostgreSQL too, build, and the five flows of e2e/examples.
// `npm test -- all` runs every part and all browser tests. `npm test -- unit` runs one part of: check, unit, merchant,
// build, e2e, chaos, bench, image. Paths after a part go to its runner: `npm test -- e2e checkout`.
// `npm test -- quick` runs the unit tests of what changed and the five flows of e2e/examples, and builds only what is stale.
// `npm test -- --coverage` runs unit tests and browser tests and lists which lines of lib they reach.
// `npm test -- --database postgresql` runs unit tests and browser tests with the shop on PostgreSQL.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finnishFiles } from '../e2e/finnish/files.mjs';
import { partNames } from './bench/part-names.mjs';
import { copyProject } from './shared/copy-project.mjs';
import { coverageTable, removeCoverage, reportServer, serverCounts } from './shared/coverage.mjs';
import { endTogether } from './shared/ending.mjs';
import { findBrowser, howToGetOne } from './shared/find-browser.mjs';
import { ensureInstalled } from './shared/installed.mjs';
import { root, runNode, step } from './shared/run.mjs';
import { freePort } from './shared/serve.mjs';
import { buildPaymentView, buildShop, generateClients, nextBin } from './shared/steps.mjs';
import { testVariables } from './shared/test-environment.mjs';
import { planTests, transactionTests } from './shared/test-plan.mjs';
import { browserTests, listSlowest, unitTests } from './shared/test-reports.mjs';

const plan = planTests(process.argv.slice(2));
const option = plan.filters.find((word) => word.startsWith('-'));
if (option) {
  console.error(`Unknown option ${option}. The options are: --coverage, --database postgresql.`);
  process.exit(1);
}
const { parts, filters, onPostgresql, isQuick, withCoverage } = plan;
/** The tests that may depend on the merchant's own files. `npm test -- merchant` runs every unit test instead. */
const merchants = ['prisma', 'scripts/backup', 'scripts/copy'].concat(
  ['merchant', 'config', 'checkout/parse', 'catalogue', 'mail', 'orders', 'receipts'].map((name) => `lib/${name}`),
);
const withoutOtherPrograms = { SOAP_STACKS: 'off', DATABASE_TOOLS: 'off' };
/** The number of slowest tests to list. */
const SLOWEST = 10;

const results = join(root, '.data', 'test', 'results');
const counts = { passed: 0, failed: 0, skipped: 0 };
/** The names of what failed. @type {string[]} */
const failures = [];
/** @type {import('./shared/test-reports.mjs').Test[]} */
const measured = [];
/** Whether this run has already checked the types of every source. */
let typesAreRight = false;
/** The errors of parts whose failed tests are in `counts`. */
const counted = new WeakSet();

console.log(plan.notRun ? `\nNot run: ${plan.notRun}. To run everything: npm test -- all\n` : '');
const ready = await attempt('preparation', prepare);
if (ready && parts.includes('check')) await check();
if (ready && parts.includes('unit')) {
  if (isQuick) await unit('unit tests of what changed', [...changedFiles(), ...filters]);
  else if (!onPostgresql) await unit('unit tests', filters, plan.withOtherPrograms ? {} : withoutOtherPrograms);
  else await unit('unit tests on PostgreSQL', filters, { TEST_DATABASE: 'postgresql' });
  if (plan.withTransactions) {
    // Each write runs twice, as after a conflict.
    const env = { TEST_DATABASE: 'postgresql', TEST_WRITES: 'twice' };
    await unit('transactions on PostgreSQL', transactionTests(plan), env);
  }
}
if (ready && parts.includes('merchant')) await otherMerchant();
const built = ready && (!parts.includes('build') || (await attempt('build', build)));
if (built && parts.includes('e2e')) await e2e();
else if (parts.includes('e2e')) console.log('  – browser tests were not run');
if (built && parts.includes('chaos')) await chaos();
// Both start many processes one after the other, which leaves processor time to the other part.
await Promise.all([built && parts.includes('bench') && bench(), ready && parts.includes('image') && image()]);

if (withCoverage) console.log(`\nLines of lib that are tested (.data/coverage)\n${coverageTable().join('\n')}`);
if (measured.length > 0) console.log(`\nSlowest tests\n${listSlowest(measured, SLOWEST).join('\n')}`);
// Browser tests print hundreds of lines after a failed unit test, so all failures are listed at the end.
if (failures.length > 0) console.log(`\nFailed\n${failures.map((name) => `  ${name}`).join('\n')}`);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed === 0 ? 0 : 1);

async function prepare() {
  await ensureInstalled();
  if (parts.includes('e2e')) {
    await step('browser', async () => {
      const browser = await findBrowser();
      if (!browser) throw new Error(howToGetOne);
      return browser;
    });
  }
  if (onPostgresql && parts.includes('e2e')) await step('PostgreSQL', startPostgresql);
  rmSync(join(root, '.data', 'test'), { recursive: true, force: true });
  if (withCoverage) removeCoverage();
  mkdirSync(results, { recursive: true });
  await generateClients();
}

/** Starts a PostgreSQL server for the browser tests. Unit tests in the same run use it too. */
async function startPostgresql() {
  process.env.TEST_DATABASE = 'postgresql';
  if (process.env.TEST_POSTGRES_URL) return;
  const server = spawn(process.execPath, ['--import', 'tsx', 'lib/testing/serve-postgresql.ts'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  endTogether(server);
  const [url] = await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(() => {
      throw new Error('PostgreSQL did not start.');
    }),
  ]);
  process.env.TEST_POSTGRES_URL = String(url).trim();
}

async function check() {
  /** @param {string} name @param {() => Promise<void>} work */
  const one = (name, work) => attempt(name, () => step(name, work));
  // Some of these programs use a single processor.
  [, typesAreRight] = await Promise.all([
    one('lint, format', async () => {
      await runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
    }),
    one('types', async () => {
      await runNode([nextBin, 'typegen']);
      await runNode(['node_modules/typescript/bin/tsc', '--noEmit']);
    }),
    one('imports, casts, dead code', async () => {
      await runNode(['--import', 'tsx', 'scripts/check-imports.ts']);
      await runNode(['--import', 'tsx', 'scripts/count-casts.ts']);
      await runNode(['node_modules/knip/bin/knip.js']);
    }),
  ]);
}

/**
 * @param {string} name
 * @param {string[]} paths
 * @param {Record<string, string>} [env]
 * @param {string} [cwd]
 */
async function unit(name, paths, env = {}, cwd = root) {
  const report = join(results, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  if (withCoverage && cwd === root) reporters.push('--coverage');
  await tests(
    name,
    ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...paths],
    { env, cwd },
    report,
    (json) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
      tests: unitTests(json, cwd),
    }),
  );
}

/**
 * Runs unit tests in a copy of the project that has a Finnish merchant's files, which must not make the tests fail. The
 * browser tests buy something from this merchant (e2e/flows/another-build.spec.ts).
 */
async function otherMerchant() {
  const folder = join(root, '.data', 'other-merchant');
  copyProject(folder, finnishFiles);
  await unit("another merchant's unit tests", plan.everyMerchantTest ? filters : merchants, {}, folder);
  rmSync(folder, { recursive: true, force: true });
}

/** From here on, everything uses the test environment instead of the developer's configuration and data. */
async function build() {
  await buildPaymentView();
  Object.assign(process.env, testVariables('.data/test', 4310));
  const variables = { ...(!isQuick && { BUILD_ONCE: '1' }), ...(typesAreRight && { TYPES_CHECKED: '1' }) };
  await buildShop({ unlessBuilt: isQuick, variables });
  // Lets the browser tests start even if a source was edited after this build.
  process.env.E2E_BUILD = 'as-is';
}

/**
 * Vitest's options for the tests that import a file which changed since the branch left `origin/main`. Empty if that
 * commit is unknown: then all tests run.
 */
function changedFiles() {
  try {
    const options = { cwd: root, encoding: /** @type {const} */ ('utf8'), stdio: /** @type {const} */ ('pipe') };
    const base = execFileSync('git', ['merge-base', 'HEAD', 'origin/main'], options).trim();
    return ['--changed', base, '--passWithNoTests'];
  } catch {
    return [];
  }
}

async function e2e() {
  const report = join(results, 'e2e.json');
  const env = {
    E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ...(withCoverage && { E2E_COVERAGE: serverCounts }),
  };
  const playwright = ['node_modules/playwright/cli.js', 'test', ...plan.browserPaths];
  // Recording traces costs a fifth of the whole run, so the tests run without, and failed ones run again with a trace.
  const command = [...playwright, '--reporter=list,json,e2e/environment/skip-reasons.ts', '--trace=off'];
  const passed = await tests('browser tests', command, { env }, report, (json) => ({
    passed: json.stats.expected + json.stats.flaky,
    failed: json.stats.unexpected,
    skipped: json.stats.skipped,
    tests: browserTests(json),
  }));
  if (withCoverage) await step('coverage of the server', reportServer);
  if (passed) return;
  await step('traces of what failed', () =>
    runNode([...playwright, '--last-failed', '--trace=on'], { env }).then(
      () => 'passed on the second run; traces in test-results/',
      () => 'traces in test-results/',
    ),
  );
}

/** A short run of `npm run chaos`, always the same one; each of its verdicts counts as a test. */
async function chaos() {
  const report = join(results, 'chaos.json');
  const run = ['--built', '--orders', '50', '--seed', 'npm-test', '--report', report];
  await tests('chaos', ['scripts/chaos.mjs', ...run], {}, report, (json) => {
    /** @type {{ findings: number }[]} */
    const verdicts = json.verdicts;
    const passed = verdicts.filter(({ findings }) => findings === 0).length;
    return { passed, failed: verdicts.length - passed, skipped: 0 };
  });
}

/** Runs each part of `npm run bench` briefly, except Lighthouse, which would have to be downloaded. */
async function bench() {
  const offline = partNames.filter((name) => name !== 'lighthouse');
  await attempt('bench', () =>
    step('bench, short', async () => {
      await runNode(['scripts/bench.mjs', '--short', ...offline]);
      counts.passed += offline.length;
      return `${offline.length} passed`;
    }),
  );
}

/**
 * Runs the Dockerfile's steps on this machine with the packages that are already installed. The machine needs the
 * programs that a Linux base image has.
 */
async function image() {
  if (process.platform === 'win32') return console.log('  – the image is not built on Windows');
  const report = join(results, 'image.json');
  const command = ['--import', 'tsx', 'scripts/image.ts', '--reuse-packages', '--report', report];
  await tests('image', command, {}, report, (json) => ({ ...json, skipped: 0 }));
}

/**
 * @param {string} name
 * @param {string[]} command
 * @param {Parameters<typeof runNode>[1]} options
 * @param {string} report where the command writes its results as JSON
 * @param {(json: any) => typeof counts & { tests?: import('./shared/test-reports.mjs').Test[] }} read
 * @returns {Promise<boolean>} whether all passed
 */
function tests(name, command, options, report, read) {
  let found = { passed: 0, failed: 0, skipped: 0 };
  return attempt(name, () =>
    step(name, async () => {
      const error = await runNode(command, options).then(() => null, Object);
      if (existsSync(report)) {
        const { tests = [], ...numbers } = read(JSON.parse(readFileSync(report, 'utf8')));
        found = numbers;
        measured.push(...tests);
        failures.push(...tests.filter(({ failed }) => failed).map((test) => `${name}: ${test.name}`));
      }
      counts.passed += found.passed;
      counts.failed += found.failed;
      counts.skipped += found.skipped;
      if (error && found.failed > 0) counted.add(error);
      if (error) throw error;
      return `${found.passed} passed`;
    }),
  );
}

/**
 * Runs one part. A failure without a failed test, such as a type error or a crash, counts as one failure.
 * @param {string} name
 * @param {() => Promise<void>} part
 */
async function attempt(name, part) {
  try {
    await part();
    return true;
  } catch (error) {
    if (!counted.has(Object(error))) {
      counts.failed += 1;
      failures.push(name);
    }
    return false;
  }
}
