// `npm run bench [-- pages latency throughput soap load lighthouse]`: measures the shop on this machine and prints tables. It is
// no test: nothing fails for being slow. What is compared is measured in turn in the same run.
import './environment.mjs';
import { stopAll } from './bench/environment.mjs';
import { measureLatency } from './bench/latency.mjs';
import { measureLighthouse } from './bench/lighthouse.mjs';
import { measureLoad } from './bench/load.mjs';
import { measurePages } from './bench/pages.mjs';
import { measureSoap } from './bench/soap.mjs';
import { measureThroughput } from './bench/throughput.mjs';
import { ensureInstalled } from './installed.mjs';
import { buildPaymentView, buildShop, generateClients, migrateDatabases, seedShop } from './steps.mjs';

const parts = {
  pages: measurePages,
  latency: measureLatency,
  throughput: measureThroughput,
  soap: measureSoap,
  load: measureLoad,
  lighthouse: measureLighthouse,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part named ${unknown.join(', ')}. The parts are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

try {
  await ensureInstalled();
  await generateClients();
  await migrateDatabases();
  await seedShop();
  await buildPaymentView();
  await buildShop({ unlessBuilt: true });
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    await measure();
    await stopAll();
  }
  console.log('');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopAll();
}
