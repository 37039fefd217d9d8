// Generates both Prisma clients. Prisma's CLI wants a schema engine that it would download; generating does not use
// it, so any existing executable stands in, and a closed network is no obstacle.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');

for (const schema of ['prisma/shop/schema.prisma', 'prisma/sandbox/schema.prisma']) {
  if (!existsSync(schema)) continue;
  const run = spawnSync(process.execPath, [prisma, 'generate', '--schema', schema, '--no-hints'], {
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    console.error(run.stdout, run.stderr);
    process.exit(run.status ?? 1);
  }
}
