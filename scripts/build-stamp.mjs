// Whether the build in `.next` is of these sources, this configuration and this database: the catalogue's pages are
// rendered while building, so a build that knows another database shows another shop's goods.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { hasSandbox } from '../lib/has-sandbox.js';
import { root } from './run.mjs';

const folders = ['app', 'components', 'lib', 'pages', 'prisma', 'public', 'scripts'];
const ignored = /[/\\](generated|seqr-webshop-plugin|bench)$|\.test\.tsx?$/;
const file = () => join(root, '.next', 'build-stamp');

export function isBuilt() {
  return (
    existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(file()) && readFileSync(file(), 'utf8') === buildStamp()
  );
}

export function markBuilt() {
  writeFileSync(file(), buildStamp());
}

function buildStamp() {
  const hash = createHash('sha256');
  for (const path of [...rootFiles(), ...folders.flatMap((folder) => walk(join(root, folder)))].sort()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  for (const name of ['DATABASE_URL', 'PUBLIC_URL']) hash.update(`${name}=${process.env[name] ?? ''}\0`);
  // Pages that are rendered while building say that no real money is moved, so a build is of one or the other.
  hash.update(`sandbox=${hasSandbox(process.env)}\0`);
  return hash.update(process.version).update(databaseId()).digest('hex');
}

function rootFiles() {
  return readdirSync(root)
    .filter((name) => /\.(js|mjs|ts|json|css)$|^\.env(\.local)?$/.test(name))
    .map((name) => join(root, name));
}

function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (ignored.test(path)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** A database's first migration got a random id when it was applied: a new file has another. */
function databaseId() {
  const url = process.env.DATABASE_URL || 'file:./.data/shop.db';
  const path = resolve(root, url.replace(/^file:/, ''));
  if (!url.startsWith('file:') || !existsSync(path)) return url;
  const db = new (createRequire(import.meta.url)('better-sqlite3'))(path, { readonly: true });
  try {
    return db.prepare('SELECT id FROM "_prisma_migrations" ORDER BY started_at, migration_name LIMIT 1').pluck().get();
  } finally {
    db.close();
  }
}
