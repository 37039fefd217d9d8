// `npm run bench`: measures the shop on this machine and prints tables. `npm run bench -- --help` lists the parts and the
// options. This is not a test: nothing fails for being slow. Compared servers are measured alternately in the same run.
import './shared/environment.mjs';
import { visibleError } from '../lib/visible-text.js';
import { partNames, parts } from './bench/part-names.mjs';
import { ensureInstalled } from './shared/installed.mjs';
import { readArguments } from './shared/read-arguments.mjs';
import { runTypeScript } from './shared/run-typescript.mjs';
import { buildPaymentView, buildShop, generateClients } from './shared/steps.mjs';

const args = process.argv.slice(2);
const { positionals: chosen, values } = readArguments({
  args,
  allowPositionals: true,
  options: { database: { type: 'string' }, short: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log(help());
  process.exit(0);
}
const unknown = chosen.filter((name) => !partNames.some((known) => known === name));
if (unknown.length > 0) {
  console.error(`There is no part named ${unknown.join(', ')}. The parts are: ${partNames.join(', ')}.`);
  process.exit(1);
}
if (!['sqlite', 'postgresql', undefined].includes(values.database)) {
  console.error(`There is no database ${values.database}. Use --database sqlite or --database postgresql.`);
  process.exit(1);
}

try {
  await ensureInstalled();
  await generateClients();
  await buildPaymentView();
  await buildShop({ unlessBuilt: true });
} catch (error) {
  console.error(visibleError(error));
  process.exit(1);
}
runTypeScript('scripts/bench.ts', args);

function help() {
  const lines = Object.entries(parts).map(([name, measured]) => `  ${name.padEnd(22)}${measured}`);
  return `npm run bench [-- part …]    runs these parts, or all of them

${lines.join('\n')}

  --database postgresql measures the lists on PostgreSQL instead of SQLite
  --short               runs each part for a moment, to show that it works; the figures mean nothing`;
}
