// A build carries the static files of the build before it, so that a page that was opened before a new version is served
// still loads its scripts and styles. Those of the version before that are dropped.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the static folder: the files that are of the build before, as a JSON array of paths. */
const LIST = 'previous.json';

/**
 * Copies the static files of the build in `dist` (`.next`) to where the next build leaves them alone. After a build that
 * failed, what was set aside before it stays.
 * @param {string} dist
 */
export function setStaticAside(dist) {
  const [from, aside] = [join(dist, 'static'), asideOf(dist)];
  if (!existsSync(from)) return;
  if (existsSync(aside) && !existsSync(join(dist, 'build-stamp'))) return;
  rmSync(aside, { recursive: true, force: true });
  cpSync(from, aside, { recursive: true });
}

/**
 * Adds what was set aside to the static files of the build that is now in `dist`.
 * @param {string} dist
 */
export function carryStatic(dist) {
  const [to, aside] = [join(dist, 'static'), asideOf(dist)];
  const files = filesIn(aside);
  const carriedBefore = existsSync(join(aside, LIST)) ? readList(join(aside, LIST)) : [];
  const own = files.filter((file) => file !== LIST && !carriedBefore.includes(file));
  const isOfThisBuild = (/** @type {string} */ file) => existsSync(join(to, file));
  // The same version built again carries what it carried.
  const kept = (own.every(isOfThisBuild) ? carriedBefore : own).filter((file) => !isOfThisBuild(file));
  for (const file of kept) cpSync(join(aside, file), join(to, file), { recursive: true });
  writeFileSync(join(to, LIST), `${JSON.stringify(kept)}\n`);
  rmSync(aside, { recursive: true, force: true });
}

/** @param {string} dist */
function asideOf(dist) {
  return join(dist, 'cache', 'previous-static');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function readList(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** @param {string} folder */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile());
}
