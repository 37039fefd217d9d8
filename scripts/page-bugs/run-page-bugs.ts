import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPatched } from '../chaos/sabotage';
import { newServer } from '../chaos/server';
import { root, runNode, step } from '../shared/run.mjs';
import { freePort } from '../shared/serve.mjs';
import { testVariables } from '../shared/test-environment.mjs';
import { messagesOf, type Report } from './failures';
import type { PageBug } from './page-bug';

const tree = join(root, '.data', 'page-bugs');

export type Outcome = { readonly bug: PageBug; readonly found: boolean; readonly messages: readonly string[] };

/** Builds the shop with all these bugs, runs the bugs' tests, and returns which bugs were found. */
export async function runPageBugs(bugs: readonly PageBug[]): Promise<Outcome[]> {
  await step(`build with ${bugs.length} bugs`, () => buildPatched(tree, bugs));
  const report = join(tree, 'report.json');
  rmSync(report, { force: true });
  const port = await freePort();
  const variables = testVariables('.data/unused', port);
  const server = newServer('the shop', {
    cwd: tree,
    port,
    env: {
      ...variables,
      DATABASE_URL: `file:${join(tree, 'build.db')}`,
      SEQR_SANDBOX_DATABASE_URL: `file:${join(tree, 'sandbox.db')}`,
    },
    readyPath: '/api/health',
    logFile: join(tree, 'server.log'),
  });
  try {
    await server.start();
    await step('browser tests', () => runTests(bugs, report, { ...variables, BASE_URL: server.address }));
  } finally {
    await server.stop();
  }
  if (!existsSync(report)) throw new Error(`Playwright wrote no report. The server's log: ${server.logFile}`);
  const found: Report = JSON.parse(readFileSync(report, 'utf8'));
  return bugs.map((bug) => {
    const messages = messagesOf(found, bug);
    return { bug, found: messages.some((message) => message.includes(bug.failure)), messages };
  });
}

/** Runs the bugs' tests. Does not reject if tests fail, because the bugs make them fail. */
async function runTests(bugs: readonly PageBug[], report: string, env: Record<string, string>): Promise<string> {
  const files = [...new Set(bugs.map(({ spec }) => `e2e/${spec}`))];
  const titles = [...new Set(bugs.map(({ test }) => test.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')))];
  const command = ['node_modules/playwright/cli.js', 'test', ...files, '--grep', titles.join('|')];
  return runNode([...command, '--reporter=json', '--trace=off'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NO_COLOR: '1', FORCE_COLOR: '0' },
  }).then(
    () => 'all passed',
    () => '',
  );
}
