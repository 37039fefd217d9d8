import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

// Next would read these files, but only for some of its commands.
const rejectedFiles = ['production', 'development'].flatMap((mode) => [`.env.${mode}`, `.env.${mode}.local`]);

/**
 * Adds the variables of `.env.local` and `.env` in `folder` to `env`; a variable that is already set wins, even if empty.
 * Nothing else reads these files. Values are taken as written: `$` is not expanded. A byte order mark is ignored. Throws if
 * a file exists that only Next would read.
 * Plain JavaScript, because it also runs before anything is compiled.
 *
 * @param {string} folder
 * @param {Record<string, string | undefined>} [env]
 */
export function loadEnvFiles(folder, env = process.env) {
  const rejected = rejectedFiles.filter((name) => read(join(folder, name)) !== null);
  if (rejected.length > 0) {
    throw new Error(
      `Only some commands would read ${rejected.join(' and ')}. Move the variables to .env or .env.local, then delete ${rejected.length > 1 ? 'these files' : 'this file'}.`,
    );
  }
  for (const name of ['.env.local', '.env']) {
    for (const [key, value] of Object.entries(parseEnv(decode(read(join(folder, name)))))) env[key] ??= value;
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return null;
    throw error;
  }
}

/**
 * Decodes UTF-8, or UTF-16 as written by Windows PowerShell, and removes a byte order mark.
 *
 * @param {Buffer | null} bytes
 */
function decode(bytes) {
  if (!bytes) return '';
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}
