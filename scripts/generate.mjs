// Generates both Prisma clients: `npm run generate`. Prisma's CLI wants a schema engine that it would download;
// generating does not use it, so any existing executable stands in, and a closed network is no obstacle.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { runNode } from './run.mjs';

const require = createRequire(import.meta.url);
const version = require('prisma/package.json').version;
const onlyIfChanged = process.argv.includes('--if-changed');

await Promise.all(['prisma/shop/schema.prisma', 'prisma/sandbox/schema.prisma'].filter(existsSync).map(generate));

async function generate(schema) {
  const text = readFileSync(schema, 'utf8');
  const output = resolve(dirname(schema), /output\s*=\s*"([^"]+)"/.exec(text)?.[1] ?? '');
  const stampFile = join(output, 'generated-from');
  const stamp = createHash('sha256').update(text).update(version).digest('hex');
  if (onlyIfChanged && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  try {
    await runNode([require.resolve('prisma/build/index.js'), 'generate', '--schema', schema, '--no-hints'], {
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    });
  } catch (error) {
    console.error(error.output || error.message);
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
  console.log(`generated ${schema}`);
}
