// `npm run chaos [-- --orders 500] [--seed …] [--lanes 20] [--database postgresql --processes 2] [--sabotage <bug>]`:
// places orders through the real shop and sandbox during many kinds of failure, then compares both sides order by
// order. Exits with 1 if it finds a problem.
import './shared/environment.mjs';
import { randomBytes } from 'node:crypto';
import { visibleError } from '../lib/visible-text.js';
import { ensureInstalled } from './shared/installed.mjs';
import { readArguments } from './shared/read-arguments.mjs';
import { runTypeScript } from './shared/run-typescript.mjs';
import { buildPaymentView, buildShop, generateClients } from './shared/steps.mjs';

const { values } = readArguments({
  options: {
    orders: { type: 'string', default: '500' },
    seed: { type: 'string', default: randomBytes(4).toString('hex') },
    sabotage: { type: 'string' },
    /** Concurrent buyers. */
    lanes: { type: 'string', default: '20' },
    /** The shop's database: sqlite or postgresql. */
    database: { type: 'string', default: 'sqlite' },
    /** Web processes on PostgreSQL, besides the worker. */
    processes: { type: 'string', default: '2' },
    /** Skips the build, because .next already holds it, for example after `npm test`. */
    built: { type: 'boolean', default: false },
    /** Where to write the verdicts as JSON. */
    report: { type: 'string' },
  },
});
const wrong = [values.orders, values.lanes, values.processes].find((value) => !/^[1-9]\d{0,6}$/.test(value));
if (wrong) {
  console.error(
    `“${wrong}” is not a whole number from 1 to 9999999. --orders is the number of checkouts, --lanes the number of concurrent buyers, --processes the number of web processes.`,
  );
  process.exit(1);
}
if (!['sqlite', 'postgresql'].includes(values.database)) {
  console.error(`There is no database “${values.database}”. --database is sqlite or postgresql.`);
  process.exit(1);
}
if (values.sabotage && values.database !== 'sqlite') {
  console.error('--sabotage runs on SQLite only. Leave --database out.');
  process.exit(1);
}

console.log('');
try {
  if (!values.built) {
    await ensureInstalled();
    await generateClients();
    await buildPaymentView();
    await buildShop({ unlessBuilt: true });
  }
} catch (error) {
  console.error(visibleError(error instanceof Error ? error.stack : error));
  process.exit(1);
}
const { orders, seed, lanes, database, processes, sabotage, report } = values;
runTypeScript('scripts/chaos.ts', [
  ...['--orders', orders, `--seed=${seed}`, '--lanes', lanes, '--database', database, '--processes', processes],
  ...(sabotage ? [`--sabotage=${sabotage}`] : []),
  ...(report ? [`--report=${report}`] : []),
]);
