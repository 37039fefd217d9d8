// The shop that the browser tests visit: the build as it is, with fresh databases. Called by playwright.config.ts.
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { end } from '../../scripts/ending.mjs';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { migrateDatabases, seedShop } from '../../scripts/steps.mjs';
import { testFolder, testVariables } from './variables.mjs';

// Playwright holds the other end: when it is gone, however it went, so is the server.
process.stdin.resume().once('end', () => end(0));

const port = Number(process.argv[2]);
const folder = testFolder(port);

if (!existsSync(join(root, '.next', 'BUILD_ID'))) {
  console.error('There is no build to test. Run: npm test -- build e2e');
  process.exit(1);
}
rmSync(join(root, folder), { recursive: true, force: true });
Object.assign(process.env, testVariables(folder, port));
await migrateDatabases();
await seedShop();
const output = createWriteStream(join(root, folder, 'server.log'));
await serve('start', { port, host: '127.0.0.1', readyPath: '/api/health', output });
