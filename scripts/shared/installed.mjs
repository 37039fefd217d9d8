// Installs the packages if they are missing or differ from package-lock.json. Needs only Node and npm.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, run, runNode, step } from './run.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

const installedLock = 'node_modules/.package-lock.json';
const flags = ['--no-audit', '--no-fund', '--prefer-offline'];

/**
 * A fresh clone gets `npm ci`. Existing packages are only completed, which takes seconds: `npm ci` would delete better-sqlite3
 * and, if no prebuilt file is available, compile it again.
 */
export async function ensureInstalled() {
  await step('packages', async () => {
    const installed = readPackages(installedLock);
    if (!installed) await npm(['ci', ...flags]);
    else if (!isComplete(installed)) await npm(['install', '--no-save', ...flags]);
    else if (!runsOnThisNode()) await npm(['rebuild', 'better-sqlite3']);
    else return 'up to date';
  });
}

/**
 * Whether node_modules has every package of the lock file in its version. Packages for other platforms may be missing.
 * @param {Packages} installed
 */
function isComplete(installed) {
  return Object.entries(readPackages('package-lock.json') ?? {}).every(([path, wanted]) => {
    const found = existsSync(join(root, path)) ? installed[path] : undefined;
    return path === '' || found?.version === wanted.version || (!found && wanted.optional === true);
  });
}

/**
 * @param {string} path
 * @returns {Packages | undefined}
 */
function readPackages(path) {
  const file = join(root, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** better-sqlite3 is compiled for one major version of Node. After a change of Node, it must be rebuilt. */
function runsOnThisNode() {
  try {
    const SQLite = createRequire(import.meta.url)('better-sqlite3');
    new SQLite(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/** @param {string[]} args */
function npm(args) {
  // Makes node-gyp use all processors: compiling better-sqlite3 takes a minute.
  const env = { JOBS: 'max' };
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return runNode([cli, ...args], { env });
  return process.platform === 'win32' ? run('npm.cmd', args, { shell: true, env }) : run('npm', args, { env });
}
