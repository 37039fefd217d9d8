// `npm run chaos [-- --orders 500] [--seed …] [--lanes 20] [--sabotage <bug>]`: checkouts through the real shop and the real sandbox
// while everything goes wrong that can, then a comparison order by order. Ends with 1 if anything was found.
import './environment.mjs';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './installed.mjs';
import { buildPaymentView, buildShop, generateClients, migrateDatabases, seedShop } from './steps.mjs';

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '500' },
    seed: { type: 'string', default: randomBytes(4).toString('hex') },
    sabotage: { type: 'string' },
    /** Buyers at a time. */
    lanes: { type: 'string', default: '20' },
    /** The build in .next is there and right: `npm test` has just made it. */
    built: { type: 'boolean', default: false },
    /** Where to write the verdicts as JSON. */
    report: { type: 'string' },
  },
});
const count = Number(values.orders);
const wrong = [values.orders, values.lanes].find((value) => !/^[1-9]\d{0,6}$/.test(value));
if (wrong) {
  console.error(`“${wrong}” is no whole number: --orders counts the checkouts, --lanes the buyers at a time.`);
  process.exit(1);
}

console.log('');
try {
  if (!values.built) {
    await ensureInstalled();
    await generateClients();
    await migrateDatabases();
    await seedShop();
    await buildPaymentView();
    await buildShop({ unlessBuilt: true });
  }
  const { makePlan } = await import('./chaos/plan.mjs');
  const { runPlan } = await import('./chaos/run.mjs');
  const { countVerdicts, printTable } = await import('./chaos/table.mjs');
  const { buildSabotaged } = await import('./chaos/sabotage.mjs');
  const tree = values.sabotage ? await buildSabotaged(values.sabotage) : undefined;
  const name = values.sabotage ?? 'run';
  const orders = `--orders ${count} --seed ${values.seed}${values.sabotage ? ` --sabotage ${values.sabotage}` : ''}`;
  console.log(`\n  This run again: npm run chaos -- ${orders}\n`);
  const result = await runPlan(makePlan(values.seed, count), { name, tree, lanes: Number(values.lanes) });
  printTable(result);
  if (values.report) writeFileSync(values.report, JSON.stringify({ verdicts: countVerdicts(result) }));
  process.exit(result.findings.length === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
}
