import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const folders = ['app', 'components', 'lib', 'pages', 'prisma', 'public', 'scripts'];
const ignored = /[/\\](generated|seqr-webshop-plugin|bench|chaos|page-bugs)$|\.test\.tsx?$/;
/** Files of the root folder that no build reads. */
const ofTools = /^(next-env\.d\.ts|(playwright|vitest|vitest\.mutation|stryker)\.config\.\w+|(biome|knip)\.json)$/;

/**
 * A hash of everything that a build of the project in `root` depends on, in hexadecimal. The same sources have the same
 * hash on every machine with this version of Node.
 * @param {string} root
 */
export function hashSources(root) {
  const hash = createHash('sha256').update(process.version);
  const files = [...rootFiles(root), ...folders.flatMap((folder) => walk(join(root, folder)))];
  for (const path of files.sort()) {
    hash.update(relative(root, path).replaceAll(sep, '/')).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} root */
function rootFiles(root) {
  return readdirSync(root)
    .filter((name) => /\.(js|mjs|ts|json|css)$/.test(name) && !ofTools.test(name))
    .map((name) => join(root, name));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (ignored.test(path)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}
