// The main part of `npm run visitors`; visitors.mjs builds the shop and then starts it.
import './shared/ending.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { visibleError } from '../lib/visible-text.js';
import { newServer } from './chaos/server';
import { root, runNode } from './shared/run.mjs';
import { freePort } from './shared/serve.mjs';
import { testVariables } from './shared/test-environment.mjs';
import { openBooks } from './visitors/books';
import { compareSamples, printHead, printSample, type Sample, takeSample, watchStock } from './visitors/samples';
import { Secrets } from './visitors/secrets';
import { type Demo, visit } from './visitors/visit';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    visitors: { type: 'string', default: '20' },
    /** The longest time between two of a visitor's page views, in seconds. */
    gap: { type: 'string', default: '15' },
  },
});
const [minutes, visitors, gapMs] = [Number(values.minutes), Number(values.visitors), Number(values.gap) * 1000];

const STOCK_EVERY_MS = 5_000;
const folder = '.data/visitors';
rmSync(join(root, folder), { recursive: true, force: true });
mkdirSync(join(root, folder), { recursive: true });
const port = await freePort();
const env = {
  ...testVariables(folder, port),
  DEMO: 'on',
  DEMO_KEEP: '10m',
  SEQR_SANDBOX_KEY: 'the key of this run only',
  // Short, so that an unpaid order of a visitor who left expires before it is old enough to be deleted.
  PAYMENT_TIMEOUT: '120',
  TEST_API_KEY: '',
  RATE_LIMIT_CHECKOUT: '',
  RATE_LIMIT_STATUS: '',
};
const server = newServer('the demonstration', {
  cwd: root,
  port,
  env,
  readyPath: '/api/health',
  logFile: join(root, folder, 'server.log'),
});

try {
  await runNode(['--import', 'tsx', 'scripts/migrate.ts'], { env });
  await runNode(['--import', 'tsx', 'scripts/seed.ts'], { env });
  await server.start();
  process.exitCode = (await watchVisitors()) ? 0 : 1;
} catch (error) {
  console.error(visibleError(error));
  process.exitCode = 1;
} finally {
  await server.stop();
}

async function watchVisitors(): Promise<boolean> {
  const books = openBooks(join(root, folder, 'shop.db'), join(root, folder, 'sandbox.db'));
  const { address } = server;
  const demo: Demo = { address, books, secrets: new Secrets(), placed: [], counts: new Map(), problems: [] };
  const until = performance.now() + minutes * 60_000;
  const comeAgain = async () => {
    await pause(Math.random() * gapMs);
    while (performance.now() < until) {
      await visit(demo, gapMs).catch((error: unknown) => demo.problems.push(visibleError(error)));
    }
  };
  const everyone = Promise.all(Array.from({ length: visitors }, comeAgain));
  const stock = setInterval(watchStock(books, demo.problems), STOCK_EVERY_MS);
  const samples: Sample[] = [];
  printHead();
  for (let minute = 1; minute <= minutes; minute += 1) {
    await pause(Math.max(0, until - (minutes - minute) * 60_000 - performance.now()));
    const sample = takeSample(minute, server.pid(), books);
    samples.push(sample);
    printSample(sample);
  }
  await everyone;
  clearInterval(stock);
  const problems = [...demo.problems, ...compareSamples(samples)];
  console.log(`\n  ${[...demo.counts].map(([name, times]) => `${name}: ${times}`).join(', ')}\n`);
  for (const problem of [...new Set(problems)].slice(0, 100)) console.log(`  ${problem}`);
  console.log(
    problems.length === 0 ? '  Memory, used database pages and stock are back at their starting levels.\n' : '',
  );
  books.close();
  return problems.length === 0;
}
