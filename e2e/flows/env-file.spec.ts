import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { root } from '../../scripts/shared/run.mjs';
import { freePort } from '../../scripts/shared/serve.mjs';
import { nextBin } from '../../scripts/shared/steps.mjs';
import { testVariables } from '../../scripts/shared/test-environment.mjs';
import { type Environment, prepareDatabases, waitUntilReady } from '../environment/second-server';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

// Starts the build in a folder with a separate .env, once with Next itself and once with the project's commands.

test.skip(isRunningShop, needsOwnServer);
test.describe.configure({ mode: 'default' });
test.slow();

let project: string;
test.beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'seqr-project-'));
  for (const name of ['lib', 'prisma', 'scripts']) cpSync(join(root, name), join(project, name), { recursive: true });
  for (const name of ['node_modules', '.next']) symlinkSync(join(root, name), join(project, name), 'junction');
  for (const name of readdirSync(root).filter((name) => /\.(js|json|ts)$/.test(name))) {
    cpSync(join(root, name), join(project, name));
  }
});
test.afterAll(() => {
  rmSync(project, { recursive: true, force: true });
  expect(existsSync(join(root, '.next', 'BUILD_ID'))).toBe(true);
});

const byNext = (port: number) => [nextBin, 'start', '-p', String(port), '-H', '127.0.0.1'];
const byCommand = (port: number) => [
  '--input-type=module',
  '--eval',
  `import './scripts/shared/environment.mjs';
   const { serve } = await import('./scripts/shared/serve.mjs');
   await serve('start', { port: ${port}, host: '127.0.0.1', readyPath: '/admin/sign-in' });
   console.log('server: started');`,
];

const [password, testKey] = ['Hemligt$Katt', '$abc12345$Katt7!x'];
const file = `\uFEFFADMIN_PASSWORD=${password}\r\nTEST_API_KEY='${testKey}'\n`;
for (const [starter, start] of [
  ['Next', byNext],
  ['the project’s commands', byCommand],
] as const) {
  test(`dollar signs and a byte order mark in .env change no password and no key: ${starter}`, async ({ request }) => {
    const port = await freePort();
    const shop = `http://127.0.0.1:${port}`;
    const { env, remove } = await prepareDatabases(port);
    const { DATABASE_URL, SEQR_SANDBOX_DATABASE_URL } = env;
    writeFileSync(join(project, '.env'), `${file}PUBLIC_URL=${shop}\n`);
    const variables = { ...withoutOurs(env), DATABASE_URL, SEQR_SANDBOX_DATABASE_URL };
    const server = await waitUntilReady(start(port), project, variables, port);
    try {
      const form = { password, name: 'Åsa' };
      const session = await request.post(`${shop}/admin/session`, { form, maxRedirects: 0 });
      expect(session.headers().location).toBe('/admin');
      const headers = { Authorization: `Bearer ${testKey}` };
      const mails = await request.get(`${shop}/api/test/mails?recipient=x@example.com`, { headers });
      expect(mails.status()).toBe(200);
    } finally {
      await server.stop();
      remove();
    }
  });
}

for (const name of ['.env.production', '.env.development.local']) {
  test(`${name} stops start-up with a message`, async () => {
    rmSync(join(project, '.env'), { force: true });
    writeFileSync(join(project, name), 'LOG_LEVEL=debug\n');
    const port = await freePort();
    for (const args of [byNext(port), byCommand(port)]) {
      const env = withoutOurs(process.env);
      const { status, stderr } = spawnSync(process.execPath, args, {
        cwd: project,
        env,
        encoding: 'utf8',
        timeout: 30_000,
      });
      expect(status, stderr).toBe(1);
      // Node itself may add warnings about the tests' environment.
      expect(stderr.split('\n')).toContain(
        `Only some commands would read ${name}. Move the variables to .env or .env.local, then delete this file.`,
      );
    }
    rmSync(join(project, name));
  });
}

/** Removes the project's variables, so that only the file sets them. */
function withoutOurs(env: Environment): Environment {
  const rest = { ...env };
  for (const name of Object.keys(testVariables('', 0))) delete rest[name];
  return rest;
}
