import { resolve } from 'node:path';

/** `file:./.data/shop.db` → its absolute path. Throws for any other URL. */
export function sqlitePath(url: string): string {
  if (!url.startsWith('file:')) throw new Error('DATABASE_URL must start with "file:" (a SQLite file).');
  return resolve(/* turbopackIgnore: true */ process.cwd(), url.slice('file:'.length));
}
