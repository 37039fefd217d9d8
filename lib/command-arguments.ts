import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The arguments with which Node runs a TypeScript file of this project: with tsx in a clone, or as the bundle that
 * scripts/package-standalone.ts made in a container's image. `file` is relative to the working directory.
 */
export function commandArguments(file: string): string[] {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'scripts', 'commands');
  const bundled = join(folder, `${basename(file, '.ts')}.mjs`);
  return existsSync(bundled) ? [bundled] : ['--import', 'tsx', file];
}
