// Next has read .env, .env.local and files for its modes by rules of its own before it reads next.config.js: it expands
// `$word`, so that a password with a `$` in it is another one for the server than for the commands. This takes that back
// and reads the files as everything else does (lib/env-files.js). Imported by next.config.js before anything else.
import { createRequire } from 'node:module';
import { loadEnvFiles } from '../../lib/env-files.js';

const fromHere = createRequire(import.meta.url);
// The instance that Next itself uses: it remembers the environment as it was before.
/**
 * @type {{
 *   loadEnvConfig(folder: string): { loadedEnvFiles: { env: NodeJS.Dict<string> }[] },
 *   initialEnv?: NodeJS.Dict<string>,
 * }}
 */
const nextEnv = createRequire(fromHere.resolve('next/package.json'))('@next/env');

// Next also expands a variable of the environment that one of the files names, so each is put back, not only the new ones.
const { loadedEnvFiles } = nextEnv.loadEnvConfig(process.cwd());
for (const name of loadedEnvFiles.flatMap(({ env }) => Object.keys(env))) {
  const before = nextEnv.initialEnv?.[name];
  if (before === undefined) delete process.env[name];
  else process.env[name] = before;
}
try {
  loadEnvFiles(process.cwd());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
