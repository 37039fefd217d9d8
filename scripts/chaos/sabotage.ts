// Builds the shop with a deliberate bug, to test whether a run finds it. Patches a copy of the sources in .data/, so
// the shop itself has no switch for bugs. A patch that no longer applies stops the run.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPreviousStatic, copyStatic } from '../shared/previous-static.mjs';
import { root, runNode, step } from '../shared/run.mjs';
import { nextBin } from '../shared/steps.mjs';
import { type Patch, sabotages } from './sabotages';

const sources = ['app', 'pages', 'components', 'lib', 'prisma', 'public', 'scripts/shared'];
/** Fonts are referenced by path, so they must be copied. Packages are resolved from parent folders. */
const fonts = ['node_modules/@fontsource', 'node_modules/@fontsource-variable'];
const files = [
  'instrumentation.ts',
  'instrumentation-node.ts',
  'next.config.js',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'scripts/migrate.ts',
  'scripts/seed.ts',
  'tsconfig.json',
];

/** Builds the shop with this bug and returns the build's folder. */
export async function buildSabotaged(name: string): Promise<string> {
  const patches = sabotages[name];
  if (!patches) throw new Error(`There is no sabotage named ${name}. There are: ${Object.keys(sabotages).join(', ')}.`);
  const tree = join(root, '.data', 'chaos-trees', name);
  await step(`build with ${name}`, () => buildPatched(tree, patches));
  return tree;
}

/**
 * Builds a copy of the sources in `tree` with these patches. `replaced` maps a file of the copy to the project's file that
 * replaces it. The copy's database, `build.db`, holds the demonstration's goods.
 */
export async function buildPatched(
  tree: string,
  patches: readonly Patch[],
  replaced: Readonly<Record<string, string>> = {},
): Promise<void> {
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  // Test code may import files that are not copied.
  const isSource = (path: string) => !/\.test\.tsx?$|[\\/]lib[\\/]testing$/.test(path);
  for (const path of [...sources, ...fonts, ...files]) {
    cpSync(join(root, path), join(tree, path), { recursive: true, filter: isSource });
  }
  for (const patch of patches) {
    const path = join(tree, patch.file);
    writeFileSync(path, applyPatch(readFileSync(path, 'utf8'), patch));
  }
  for (const [target, source] of Object.entries(replaced)) cpSync(join(root, source), join(tree, target));
  const databases = {
    MERCHANT: 'demo',
    DATABASE_URL: `file:${join(tree, 'build.db')}`,
    SEQR_SANDBOX_DATABASE_URL: `file:${join(tree, 'sandbox.db')}`,
  };
  for (const script of ['migrate', 'seed']) {
    await runNode(['--import', 'tsx', `scripts/${script}.ts`], { env: databases });
  }
  // Like a later version, the copy also has the static files of the build in .next.
  const [dist, previous] = [join(tree, '.next'), join(root, '.next', 'static')];
  if (existsSync(previous)) cpSync(previous, join(dist, 'static'), { recursive: true });
  copyStatic(dist);
  const env = { ...databases, MERCHANT: '', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', BUILD_ONCE: '1' };
  await runNode([join(root, nextBin), 'build', tree], { env });
  addPreviousStatic(dist);
}

/** Applies the patch. Throws unless the text to replace occurs exactly once. */
export function applyPatch(source: string, { file, replace, by }: Patch): string {
  const parts = source.split(replace);
  if (parts.length !== 2) {
    throw new Error(
      `${file} has changed: the text that the sabotage replaces occurs ${parts.length - 1} times.\n${replace}`,
    );
  }
  return parts.join(by);
}
