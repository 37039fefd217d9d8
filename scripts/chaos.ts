// Runs `npm run chaos`. chaos.mjs passes the options and has already built the shop.
import './shared/ending.mjs';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { visibleError } from '../lib/visible-text.js';
import { makePlan } from './chaos/plan';
import { runPlan } from './chaos/run';
import { buildSabotaged } from './chaos/sabotage';
import { countVerdicts, isGood, printTable } from './chaos/table';

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '500' },
    seed: { type: 'string', default: '' },
    sabotage: { type: 'string' },
    lanes: { type: 'string', default: '20' },
    database: { type: 'string', default: 'sqlite' },
    processes: { type: 'string', default: '2' },
    report: { type: 'string' },
  },
});

try {
  const { orders, seed, sabotage, lanes, report } = values;
  const database = values.database === 'postgresql' ? 'postgresql' : 'sqlite';
  const tree = sabotage ? await buildSabotaged(sabotage) : undefined;
  const where = database === 'sqlite' ? '' : ` --database ${database} --processes ${values.processes}`;
  const again = `--orders ${orders} --seed ${seed} --lanes ${lanes}${where}${sabotage ? ` --sabotage ${sabotage}` : ''}`;
  console.log(`\n  To repeat this run: npm run chaos -- ${again}\n`);
  const plan = makePlan(seed, Number(orders), database);
  const result = await runPlan(plan, {
    name: sabotage ?? 'run',
    tree,
    lanes: Number(lanes),
    database,
    webProcesses: Number(values.processes),
  });
  printTable(result);
  if (report) writeFileSync(report, JSON.stringify({ verdicts: countVerdicts(result) }));
  process.exit(isGood(result) ? 0 : 1);
} catch (error) {
  console.error(visibleError(error instanceof Error ? error.stack : error));
  process.exit(1);
}
