// `npm run mutate -- lib/money`: mutation tests of one folder or file. A mutant that a test caught before is not run again
// while code and test are unchanged.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
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
setPriority(constants.priority.PRIORITY_LOW);
const folder = join('.data', 'mutation', path.replaceAll('/', '-'));
mkdirSync(join(root, folder), { recursive: true });
const mutate = isFolder ? `${path}/**/*.ts,!${path}/**/*.test.ts,!${path}/**/generated/**` : file;
const results = join(folder, 'incremental.json');
forgetSurvivors(join(root, results));
const stryker = [
  ...['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', mutate],
  ...['--incrementalFile', results],
];
const tests = isFolder ? `${path}/**/*.test.ts` : `${path}.test.ts`;
const started = performance.now();
const child = spawn(process.execPath, stryker, {
  cwd: root,
  env: { ...process.env, MUTATION_TESTS: tests, MUTATION_REPORT: join(folder, 'index.html') },
  stdio: 'inherit',
});
endTogether(child);
child.once('exit', (code) => {
  console.log(`${((performance.now() - started) / 60_000).toFixed(1)} minutes; ${join(folder, 'index.html')}`);
  end(code ?? 1);
});

/**
 * Removes surviving mutants from the report. Stryker would not run them again, because Vitest does not tell it which test
 * reaches which line.
 * @param {string} file
 */
function forgetSurvivors(file) {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const source of Object.values(report.files)) {
    source.mutants = source.mutants.filter((/** @type {{ status: string }} */ { status }) => status !== 'Survived');
  }
  writeFileSync(file, JSON.stringify(report));
}
