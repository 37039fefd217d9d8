// Starts the build with fresh databases for the browser tests and the bench. Arguments: the port, and LOG_LEVEL if it
// is not the default.
import { cpSync, createWriteStream, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { isBuilt } from '../../scripts/shared/build-stamp.mjs';
import { end } from '../../scripts/shared/ending.mjs';
import { root } from '../../scripts/shared/run.mjs';
import { serve } from '../../scripts/shared/serve.mjs';
import { migrateDatabases, seedShop } from '../../scripts/shared/steps.mjs';
import { templateFolder, testDatabase, testFolder, testVariables } from '../../scripts/shared/test-environment.mjs';

// Playwright holds the other end of standard input. However Playwright exits, the input then ends and the server stops.
process.stdin.resume().once('end', () => end(0));

const port = Number(process.argv[2]);
const logLevel = process.argv[3] ?? '';
const folder = testFolder(port);

if (!existsSync(join(root, '.next', 'BUILD_ID'))) {
  console.error('There is no build to test. Run: npm test -- build');
  process.exit(1);
}
if (process.env.E2E_BUILD !== 'as-is' && !isBuilt()) {
  console.error(
    'The build in .next is not of the current sources. Run: npm test -- build. To test it as it is, set E2E_BUILD=as-is.',
  );
  process.exit(1);
}
rmSync(join(root, folder), { recursive: true, force: true });
await makeTemplates();
const database = testDatabase(port);
Object.assign(process.env, testVariables(folder, port), { DATABASE_URL: database, LOG_LEVEL: logLevel });
cpSync(join(root, templateFolder(port, 'seeded')), join(root, folder), { recursive: true });
if (!database.startsWith('file:')) {
  process.env.SESSION_SECRET = 'the secret of the browser tests only';
  await createDatabase(database);
  await migrateDatabases();
  await seedShop();
}
if (process.env.E2E_COVERAGE) process.env.NODE_V8_COVERAGE = process.env.E2E_COVERAGE;
const output = createWriteStream(join(root, folder, 'server.log'));
await serve('start', { port, host: '127.0.0.1', readyPath: '/api/health', output });

/**
 * Makes SQLite databases that are migrated, and a copy that also holds the demo catalogue. Every server of a test starts
 * with a copy of one of them, because migrating and seeding take seconds of processor time.
 */
async function makeTemplates() {
  const [migrated, seeded] = [templateFolder(port, 'migrated'), templateFolder(port, 'seeded')];
  Object.assign(process.env, testVariables(migrated, port));
  await migrateDatabases();
  cpSync(join(root, migrated), join(root, seeded), { recursive: true });
  Object.assign(process.env, testVariables(seeded, port));
  await seedShop();
}

/** @param {string} url */
async function createDatabase(url) {
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client(process.env.TEST_POSTGRES_URL);
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await client.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
  await client.end();
}
