import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

// Next reads these as well, and only for some of its commands.
const ignoredFiles = ['production', 'development'].flatMap((mode) => [`.env.${mode}`, `.env.${mode}.local`]);

/**
 * Adds what `.env.local` and `.env` in `folder` set to `env`; a variable that is there already wins, even an empty one.
 * The only reader of these files: values are taken as written, without expansion of `$`, and a byte order mark does not
 * count. Throws where a file lies that only Next would read. Plain JavaScript, for what runs before anything is compiled.
 *
 * @param {string} folder
 * @param {Record<string, string | undefined>} [env]
 */
export function loadEnvFiles(folder, env = process.env) {
  const ignored = ignoredFiles.filter((name) => read(join(folder, name)) !== null);
  if (ignored.length > 0) {
    throw new Error(
      `${ignored.join(' and ')} would be read by some commands and not by others. Move what is in it to .env or .env.local, and delete it.`,
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
 * UTF-8, or UTF-16 as Windows PowerShell writes it; the decoder removes a byte order mark.
 *
 * @param {Buffer | null} bytes
 */
function decode(bytes) {
  if (!bytes) return '';
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}
