import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Node's arguments that run a TypeScript file of this project, given relative to the working directory: in a clone with
 * tsx, in a container's image as scripts/package-standalone.ts has bundled it.
 */
export function commandArguments(file: string): string[] {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'scripts', 'commands');
  const bundled = join(folder, `${basename(file, '.ts')}.mjs`);
  return existsSync(bundled) ? [bundled] : ['--import', 'tsx', file];
}
