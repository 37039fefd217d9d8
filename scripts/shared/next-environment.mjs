// Before Next reads next.config.js, it reads .env, .env.local and the files of its modes, and expands `$word` in them. A
// password that contains a `$` would then differ between the server and the commands. This file restores the environment
// and reads the files as the commands do (lib/env-files.js). next.config.js imports it first.
import { createRequire } from 'node:module';
import { loadEnvFiles } from '../../lib/env-files.js';

const fromHere = createRequire(import.meta.url);
// The instance of the package that Next itself uses, which has stored the original environment.
/**
 * @type {{
 *   loadEnvConfig(folder: string): { loadedEnvFiles: { env: NodeJS.Dict<string> }[] },
 *   initialEnv?: NodeJS.Dict<string>,
 * }}
 */
const nextEnv = createRequire(fromHere.resolve('next/package.json'))('@next/env');

// Next also expands variables that were set before, if a file contains them. So every variable in the files is restored.
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
