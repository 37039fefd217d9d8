// `npm run mutate -- lib/money`: mutation tests of one folder or file, with its tests and those of any further folders or
// files, for example `npm run mutate -- lib/orders lib/refunds lib/checkout/order-limits`.
// A mutant that a test caught before is not run again while code and test are unchanged.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { end, endTogether } from './shared/ending.mjs';
import { root } from './shared/run.mjs';

const path = (process.argv[2] ?? '').replace(/\.ts$|[\\/]$/, '');
const file = `${path}.ts`;
const isFolder = existsSync(join(root, path));
if (!/^lib\/[\w/-]+$/.test(path) || (!isFolder && !existsSync(join(root, file)))) {
  console.error('Name a folder or a file of lib, for example: npm run mutate -- lib/money');
  process.exit(1);
}

// Thousands of test runs would slow down everything else on this machine.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const folder = join('.data', 'mutation', path.replaceAll('/', '-'));
mkdirSync(join(root, folder), { recursive: true });
const mutate = isFolder ? `${path}/**/*.ts,!${path}/**/*.test.ts,!${path}/**/generated/**` : file;
const results = join(folder, 'incremental.json');
forgetSurvivors(join(root, results));
const stryker = [
  ...['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', mutate],
  ...['--incrementalFile', results],
];
const isOfLib = path === join('lib', basename(path)) && !isFolder;
const tests = [isFolder || isOfLib ? path : dirname(path), ...process.argv.slice(3)].map(testsOf).join();
// SQLite waits for the disk at each commit, unless the file is in memory.
const memory = existsSync('/dev/shm') ? { TMPDIR: '/dev/shm' } : {};
const started = performance.now();
const child = spawn(process.execPath, stryker, {
  cwd: root,
  env: {
    ...process.env,
    ...memory,
    LOG_LEVEL: 'silent',
    MUTATION_TESTS: tests,
    MUTATION_REPORT: join(folder, 'index.html'),
  },
  stdio: 'inherit',
});
endTogether(child);
child.once('exit', (code) => {
  console.log(`${((performance.now() - started) / 60_000).toFixed(1)} minutes; ${join(folder, 'index.html')}`);
  end(code ?? 1);
});

/**
 * The tests of a folder, or the test beside a file.
 * @param {string} name
 */
function testsOf(name) {
  return existsSync(join(root, `${name}.test.ts`)) ? `${name}.test.ts` : `${name}/**/*.test.ts`;
}

/**
 * Keeps only found mutants in the report. Stryker would not run the others again, because it does not learn which tests have
 * changed.
 * @param {string} file
 */
function forgetSurvivors(file) {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const source of Object.values(report.files)) {
    source.mutants = source.mutants.filter(
      (/** @type {{ status: string }} */ { status }) => status === 'Killed' || status === 'Timeout',
    );
  }
  writeFileSync(file, JSON.stringify(report));
}
