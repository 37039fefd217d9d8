// Reads the JSON reports of Vitest and Playwright.
import { relative } from 'node:path';

/**
 * @typedef {{ name: string, failed: boolean, seconds: number }} Test
 */

/**
 * A test file that could not be loaded lists no tests, and counts as one failed test.
 * @param {any} report of Vitest's reporter `json`
 * @param {string} folder that paths are relative to
 * @returns {Test[]}
 */
export function unitTests(report, folder) {
  return report.testResults.flatMap((/** @type {any} */ { name, status, assertionResults }) => {
    const file = relative(folder, name);
    if (assertionResults.length === 0) return [{ name: file, failed: status === 'failed', seconds: 0 }];
    return assertionResults.map((/** @type {any} */ { fullName, status, duration }) => ({
      name: `${file} › ${fullName}`,
      failed: status === 'failed',
      seconds: (duration ?? 0) / 1000,
    }));
  });
}

/**
 * @param {any} suite a report of Playwright's reporter `json`, or one of its suites
 * @returns {Test[]}
 */
export function browserTests({ specs = [], suites = [] }) {
  const own = specs.map((/** @type {any} */ { file, line, title, ok, tests }) => ({
    name: `${file}:${line} › ${title}`,
    failed: !ok,
    seconds: Math.max(
      0,
      ...tests.flatMap((/** @type {any} */ test) =>
        test.results.map((/** @type {any} */ { duration }) => duration / 1000),
      ),
    ),
  }));
  return [...own, ...suites.flatMap(browserTests)];
}

/**
 * The slowest tests, one line each, slowest first.
 * @param {readonly Test[]} tests
 * @param {number} count
 */
export function listSlowest(tests, count) {
  return tests
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
}
