// `npm test -- --coverage`: which lines of lib are reached by the unit tests, and by the server during the browser tests.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { root } from './run.mjs';

const folder = join(root, '.data', 'coverage');

export function removeCoverage() {
  rmSync(folder, { recursive: true, force: true });
}

/** The folder to which the server under test writes V8's counts when it ends. */
export const serverCounts = join(folder, 'counts');

/** Converts the server's counts to a report of the sources. */
export async function reportServer() {
  const { CoverageReport } = await import('monocart-coverage-reports');
  const report = new CoverageReport({
    name: 'The server during the browser tests',
    outputDir: join(folder, 'e2e'),
    reports: ['html', 'lcovonly', 'json-summary'],
    logging: 'error',
    entryFilter: ({ url }) => url.includes('/.next/server/'),
    sourcePath: (path) => path.replace(/^.*?(?=(?:lib|app|components|node_modules)\/)/, ''),
    sourceFilter: (path) => path.startsWith('lib/') && !path.includes('/generated/'),
  });
  await report.addFromDir(serverCounts);
  await report.generate();
}

/** Returns a head and one line per folder of lib: the percentage of its lines that each kind of tests reaches. */
export function coverageTable() {
  const kinds = { unit: 'unit tests', e2e: 'browser tests' };
  const columns = Object.entries(kinds).flatMap(([kind, title]) => {
    const file = join(folder, kind, 'coverage-summary.json');
    return existsSync(file) ? [{ title, shares: byFolder(JSON.parse(readFileSync(file, 'utf8')), root) }] : [];
  });
  const folders = [...new Set(columns.flatMap(({ shares }) => [...shares.keys()]))].sort();
  const rows = folders.map((name) => [name, ...columns.map(({ shares }) => shares.get(name) ?? '–')]);
  return [['', ...columns.map(({ title }) => title)], ...rows].map(
    ([name = '', ...cells]) => `  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(15)).join('')}`,
  );
}

/**
 * @param {Record<string, { lines: { total: number, covered: number } }>} summary Istanbul's `json-summary`
 * @param {string} base that paths are relative to
 * @returns {Map<string, string>} percentages by folder of lib, `lib` being its own files
 */
export function byFolder(summary, base) {
  /** @type {Map<string, { total: number, covered: number }>} */
  const sums = new Map();
  for (const [path, { lines }] of Object.entries(summary)) {
    const [top, name, ...rest] = (isAbsolute(path) ? relative(base, path) : path).split(sep);
    if (top !== 'lib') continue;
    const key = rest.length === 0 ? 'lib' : `lib/${name}`;
    const { total, covered } = sums.get(key) ?? { total: 0, covered: 0 };
    sums.set(key, { total: total + lines.total, covered: covered + lines.covered });
  }
  return new Map(
    [...sums].map(([key, { total, covered }]) => [key, `${Math.round((100 * covered) / Math.max(total, 1))} %`]),
  );
}
