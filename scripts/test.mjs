// `npm test`: from a fresh clone to one line that says how many tests passed. `npm test -- unit` runs a part; the
// parts are check, unit, build, e2e and chaos. Paths after a part go to its runner: `npm test -- e2e checkout`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { testVariables } from '../e2e/environment/variables.mjs';
import { findBrowser, howToGetOne } from './find-browser.mjs';
import { ensureInstalled } from './installed.mjs';
import { root, runNode, step } from './run.mjs';
import { freePort } from './serve.mjs';
import { buildPaymentView, buildShop, generateClients, migrateDatabases, nextBin, seedShop } from './steps.mjs';

const allParts = ['check', 'unit', 'build', 'e2e', 'chaos'];
const asked = process.argv.slice(2);
const chosen = asked.filter((word) => allParts.includes(word));
const parts = chosen.length > 0 ? chosen : allParts;
const filters = asked.filter((word) => !allParts.includes(word));

const results = join(root, '.data', 'test', 'results');
const counts = { passed: 0, failed: 0, skipped: 0 };

console.log('');
const ready = await attempt(prepare);
if (ready && parts.includes('check')) await check();
if (ready && parts.includes('unit')) await unit();
const built = ready && (!parts.includes('build') || (await attempt(build)));
if (built && parts.includes('e2e')) await e2e();
else if (parts.includes('e2e')) console.log('  – browser tests were not run');
if (built && parts.includes('chaos')) await chaos();

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
  rmSync(join(root, '.data', 'test'), { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  await generateClients();
}

async function check() {
  await attempt(() =>
    step('lint, format, arrows', async () => {
      await runNode(['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
    }),
  );
  await attempt(() =>
    step('types', async () => {
      await runNode([nextBin, 'typegen']);
      await runNode(['node_modules/typescript/bin/tsc', '--noEmit']);
    }),
  );
}

async function unit() {
  const report = join(results, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await tests(
    'unit tests',
    ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters],
    {},
    report,
    (json) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
    }),
  );
}

/** With a database of its own, so that neither the developer's shop nor its prices get into the test. */
async function build() {
  await buildPaymentView();
  Object.assign(process.env, testVariables('.data/test', 4310));
  await migrateDatabases();
  await seedShop();
  await buildShop();
}

async function e2e() {
  const report = join(results, 'e2e.json');
  const env = { E2E_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const command = ['node_modules/playwright/cli.js', 'test', '--reporter=list,json', ...filters];
  await tests('browser tests', command, env, report, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

/** A short run of `npm run chaos`, always the same one; each of its verdicts counts as a test. */
async function chaos() {
  const report = join(results, 'chaos.json');
  const plan = ['--built', '--orders', '50', '--seed', 'npm-test', '--report', report];
  await tests('chaos', ['scripts/chaos.mjs', ...plan], {}, report, ({ verdicts }) => ({
    passed: verdicts.filter(({ findings }) => findings === 0).length,
    failed: verdicts.filter(({ findings }) => findings > 0).length,
    skipped: 0,
  }));
}

async function tests(name, command, env, report, read) {
  let found = { passed: 0, failed: 0, skipped: 0 };
  await attempt(() =>
    step(name, async () => {
      try {
        await runNode(command, { env });
      } finally {
        if (existsSync(report)) found = read(JSON.parse(readFileSync(report, 'utf8')));
        for (const key of Object.keys(counts)) counts[key] += found[key];
      }
      return `${found.passed} passed`;
    }),
  );
}

/** Runs one part. What fails without a failed test of its own (a type error, a crash) counts as one failure. */
async function attempt(part) {
  const before = counts.failed;
  try {
    await part();
    return true;
  } catch {
    if (counts.failed === before) counts.failed += 1;
    return false;
  }
}
