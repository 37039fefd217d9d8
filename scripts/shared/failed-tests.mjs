// The names of failed tests in the reports of Vitest and Playwright.
import { relative } from 'node:path';

/**
 * A file that could not be loaded has no tests, so its own name is listed.
 * @param {any} report of Vitest's reporter `json`
 * @param {string} folder that paths are relative to
 * @returns {string[]}
 */
export function failedUnitTests(report, folder) {
  const names = [];
  for (const { name, status, assertionResults } of report.testResults) {
    if (status === 'passed') continue;
    const file = relative(folder, name);
    const failed = assertionResults.filter((/** @type {any} */ test) => test.status === 'failed');
    names.push(...failed.map((/** @type {any} */ test) => `${file} › ${test.fullName}`));
    if (failed.length === 0) names.push(file);
  }
  return names;
}

/**
 * @param {any} suite a report of Playwright's reporter `json`, or one of its suites
 * @returns {string[]}
 */
export function failedBrowserTests({ specs = [], suites = [] }) {
  const own = specs.filter((/** @type {any} */ spec) => !spec.ok);
  return [
    ...own.map((/** @type {any} */ { file, line, title }) => `${file}:${line} › ${title}`),
    ...suites.flatMap(failedBrowserTests),
  ];
}
