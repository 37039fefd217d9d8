// A build also contains the static files of the previous build. So a page that was opened before a deployment still loads
// its scripts and styles. Files of older builds are dropped.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file in the static folder that lists the paths of the previous build's files, as a JSON array. */
const LIST = 'previous.json';

/**
 * Copies the static files of the build in `dist` (`.next`) to a folder that the next build does not delete. If the last build
 * failed, keeps the copy that was made before it.
 * @param {string} dist
 */
export function copyStatic(dist) {
  const [from, copied] = [join(dist, 'static'), copyOf(dist)];
  if (!existsSync(from)) return;
  if (existsSync(copied) && !existsSync(join(dist, 'build-stamp'))) return;
  rmSync(copied, { recursive: true, force: true });
  cpSync(from, copied, { recursive: true });
}

/**
 * Adds the copied files to the static files of the build that is now in `dist`.
 * @param {string} dist
 */
export function addPreviousStatic(dist) {
  const [to, copied] = [join(dist, 'static'), copyOf(dist)];
  const files = filesIn(copied);
  const previousBefore = existsSync(join(copied, LIST)) ? readList(join(copied, LIST)) : [];
  const own = files.filter((file) => file !== LIST && !previousBefore.includes(file));
  const isInThisBuild = (/** @type {string} */ file) => existsSync(join(to, file));
  // If the same version is built again, the previous version stays the same.
  const kept = (own.every(isInThisBuild) ? previousBefore : own).filter((file) => !isInThisBuild(file));
  for (const file of kept) cpSync(join(copied, file), join(to, file), { recursive: true });
  writeFileSync(join(to, LIST), `${JSON.stringify(kept)}\n`);
  rmSync(copied, { recursive: true, force: true });
}

/** @param {string} dist */
function copyOf(dist) {
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
