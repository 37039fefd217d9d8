// Reads the command line of `npm test`, and chooses the tests of concurrent writes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

export const allParts = ['check', 'unit', 'merchant', 'build', 'e2e', 'chaos', 'bench', 'image'];
/** What a developer runs before a push. */
const dailyParts = ['check', 'unit', 'build', 'e2e'];
const flagWords = ['all', 'quick', '--coverage'];
const examples = 'e2e/examples';

/** What each part is called in the list of what is not run. @type {Record<string, string>} */
const names = {
  check: 'checks',
  unit: 'unit tests',
  merchant: "another merchant's unit tests",
  build: 'build',
  e2e: 'browser tests',
  chaos: 'chaos',
  bench: 'bench',
  image: 'image',
};

/**
 * Without the name of a part, runs what a developer needs before a push; `all` runs every part. Words that are no option
 * and no part are `filters`: paths for the runners of unit tests and browser tests.
 * @param {readonly string[]} words of the command line
 */
export function planTests(words) {
  const commandLine = words.join(' ');
  const onPostgresql = /--database[ =]postgresql\b/.test(commandLine);
  const asked = commandLine
    .replace(/--database[ =]\S+/, '')
    .split(' ')
    .filter(Boolean);
  const isAll = asked.includes('all');
  const isQuick = asked.includes('quick');
  const withCoverage = asked.includes('--coverage');
  const chosen = isAll ? allParts : asked.filter((word) => allParts.includes(word));
  const filters = asked.filter((word) => ![...flagWords, ...allParts].includes(word));
  const isShort = isQuick || onPostgresql || withCoverage;
  const parts = chosen.length > 0 ? chosen : isShort ? ['unit', 'build', 'e2e'] : dailyParts;
  const isDaily = chosen.length === 0 && !isShort;
  const onlyExamples = filters.length === 0 && (isQuick || isDaily);
  const withTransactions = !isShort && filters.length === 0;
  return {
    ...{ parts, filters, onPostgresql, isQuick, withCoverage },
    /** Runs the tests that need PHP, Python, Java, pg_dump or PgBouncer, where these are installed. */
    withOtherPrograms: !isDaily,
    /** Repeats the tests of concurrent writes on PostgreSQL. */
    withTransactions,
    /** Includes the back office's tests in that repetition. They take half of its time. */
    withBackOffice: !isDaily,
    /** Runs every unit test with the other merchant, instead of those that may depend on it. */
    everyMerchantTest: !isAll && chosen.includes('merchant'),
    browserPaths: onlyExamples ? [examples] : filters,
    notRun: describeRest(parts, { filters, isQuick, isDaily, onlyExamples, withTransactions }),
  };
}

/**
 * What this run leaves out. Null if it runs everything.
 * @param {readonly string[]} parts
 * @param {{ filters: readonly string[], isQuick: boolean, isDaily: boolean, onlyExamples: boolean, withTransactions: boolean }} options
 */
function describeRest(parts, { filters, isQuick, isDaily, onlyExamples, withTransactions }) {
  const rest = allParts.filter((part) => !parts.includes(part)).map((part) => names[part]);
  if (filters.length > 0) rest.unshift(`tests outside ${filters.join(', ')}`);
  else if (onlyExamples && parts.includes('e2e')) rest.unshift(`browser tests outside ${examples}`);
  if (parts.includes('unit') && filters.length === 0 && !withTransactions) rest.unshift('transactions on PostgreSQL');
  if (isDaily) {
    rest.unshift(
      'tests that need PHP, Python, Java, pg_dump or PgBouncer',
      "the back office's transactions on PostgreSQL",
    );
  }
  if (isQuick) rest.unshift('unit tests of unchanged files');
  return rest.length > 0 ? rest.join(', ') : null;
}

const backOffice = 'admin';
const transactions = ['background/outbox', 'checkout', 'orders', 'payments', 'refunds'];
const opensTheRunsDatabase = /\bopen(ShopDatabase|ScriptedShop)\(\d*\)/;

/**
 * The tests that check concurrent writes, on the database that TEST_DATABASE names. The other tests of these folders need
 * no database, or choose one themselves, so a run on another database would only repeat them. The watcher's tests are
 * left out: they measure time, and running each write twice takes longer.
 * @param {{ withBackOffice: boolean }} options
 */
export function transactionTests({ withBackOffice }) {
  const lib = join(root, 'lib');
  const folders = withBackOffice ? [backOffice, ...transactions] : transactions;
  return readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') && folders.some((folder) => path.startsWith(folder)))
    .filter((path) => opensTheRunsDatabase.test(readFileSync(join(lib, path), 'utf8')))
    .map((path) => `lib/${path}`)
    .toSorted();
}
