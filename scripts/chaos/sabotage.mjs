// Bugs on purpose, to see whether the run finds them. They live here alone: a copy of the sources is patched and built in
// .data/, so the shop itself has no switch for them. A patch whose code has moved on stops the run.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, step } from '../run.mjs';
import { nextBin } from '../steps.mjs';
import { sabotages } from './sabotages.mjs';

const sources = ['app', 'components', 'lib', 'prisma', 'public'];
/** Packages are found in the folders above; but fonts are named by their path. */
const fonts = ['node_modules/@fontsource', 'node_modules/@fontsource-variable'];
const files = [
  'instrumentation.ts',
  'instrumentation-node.ts',
  'next.config.js',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/** Builds the shop with that bug in it and returns the folder it lies in. */
export async function buildSabotaged(name) {
  const patches = sabotages[name];
  if (!patches) throw new Error(`There is no sabotage named ${name}. There are: ${Object.keys(sabotages).join(', ')}.`);
  const tree = join(root, '.data', 'chaos-trees', name);
  await step(`build with ${name}`, async () => {
    rmSync(tree, { recursive: true, force: true });
    mkdirSync(tree, { recursive: true });
    // What tests need may reach beyond what is copied.
    const isSource = (path) => !/\.test\.tsx?$|[\\/]lib[\\/]testing$/.test(path);
    for (const path of [...sources, ...fonts, ...files]) {
      cpSync(join(root, path), join(tree, path), { recursive: true, filter: isSource });
    }
    for (const patch of patches) {
      const path = join(tree, patch.file);
      writeFileSync(path, applyPatch(readFileSync(path, 'utf8'), patch));
    }
    const databases = {
      DATABASE_URL: `file:${join(tree, 'build.db')}`,
      SEQR_SANDBOX_DATABASE_URL: `file:${join(tree, 'sandbox.db')}`,
    };
    for (const script of ['migrate', 'seed']) {
      await runNode(['--import', 'tsx', `scripts/${script}.ts`], { env: databases });
    }
    const env = { ...databases, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
    await runNode([join(root, nextBin), 'build', tree], { env });
  });
  return tree;
}

/** The source with the patch in it. Throws unless what is to be replaced stands there exactly once. */
export function applyPatch(source, { file, replace, by }) {
  const parts = source.split(replace);
  if (parts.length !== 2) {
    throw new Error(
      `${file} has moved on: what the sabotage replaces stands there ${parts.length - 1} times.\n${replace}`,
    );
  }
  return parts.join(by);
}
