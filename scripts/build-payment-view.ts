/**
 * Builds lib/payment-view into public/seqr-webshop-plugin: the script, its rarely needed part (seqrShopRare), its ES
 * module with types, its style sheet and the texts of languages other than English. Prints the sizes and the integrity
 * hash for use in a script tag. Fails if a size exceeds its budget.
 */
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type OutputFile, type Plugin } from 'esbuild';

const budgets = { 'seqrShop.js': 8 * 1024, 'seqrShopRare.mjs': 2 * 1024 };
const source = fileURLToPath(new URL('../lib/payment-view/', import.meta.url));
const target = fileURLToPath(new URL('../public/seqr-webshop-plugin/', import.meta.url));
/**
 * The view supports browsers of the last two years. Older ones must still parse the script, which shows them a link.
 */
const syntax = 'es2020';
const browsers = ['chrome130', 'edge130', 'firefox132', 'safari18'];

const minifiedCss: Plugin = {
  name: 'style sheet as text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await minifyCss(path), loader: 'text' }));
  },
};

async function minifyCss(path: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [path], minify: true, target: browsers, write: false });
  // esbuild keeps the spaces in custom properties.
  return onlyText(outputFiles)
    .trim()
    .replace(/(--\w+:|,) /g, '$1');
}

function onlyText([file]: readonly OutputFile[] = []): string {
  if (!file) throw new Error('esbuild wrote nothing');
  return file.text;
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source + entry],
    bundle: true,
    write: false,
    target: syntax,
    legalComments: 'none',
    plugins: [minifiedCss],
    ...options,
  });
  return onlyText(outputFiles);
}

async function importBundled(entry: string) {
  const code = await bundle(entry, { format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

await rm(target, { recursive: true, force: true });
await mkdir(`${target}js/lang`, { recursive: true });
await mkdir(`${target}css`, { recursive: true });

const { languages } = await importBundled('texts/load.ts');
for (const language of languages.filter((name: string) => name !== 'en')) {
  const texts = (await importBundled(`texts/${language}.ts`))[language];
  await writeFile(`${target}js/lang/${language}.json`, JSON.stringify(texts));
}
// Plug-ins refer to these two images by address; the view does not use them.
await cp(`${source}images`, `${target}images`, { recursive: true });
await writeFile(`${target}css/seqrShop.css`, await minifyCss(`${source}view.css`));
await writeFile(`${target}js/seqrShop.mjs`, await bundle('module.ts', { format: 'esm', minify: true }));
await copyFile(`${source}seqrShop.d.mts`, `${target}js/seqrShop.d.mts`);

await writeFile(`${target}js/seqrShopRare.mjs`, await bundle('rare-pages.ts', { format: 'esm', minify: true }));
await writeFile(`${target}js/seqrShop.js`, await bundle('script.ts', { format: 'iife', minify: true }));

for (const [file, budget] of Object.entries(budgets)) {
  const script = await readFile(`${target}js/${file}`);
  const size = gzipSync(script, { level: 9 }).length;
  const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  console.log(`payment view: ${file} ${script.length} bytes, ${size} gzipped of ${budget}; integrity ${integrity}`);
  if (size > budget) {
    console.error(`payment view: ${file} is ${size - budget} bytes over its budget`);
    process.exitCode = 1;
  }
}
