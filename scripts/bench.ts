// Runs the parts of `npm run bench` that are given as arguments, or all parts. bench.mjs has already built the shop.
import './shared/ending.mjs';
import { parseArgs } from 'node:util';
import { visibleError } from '../lib/visible-text.js';
import { measureDoors } from './bench/doors';
import { stopAll } from './bench/environment';
import { measureLatency } from './bench/latency';
import { measureLighthouse } from './bench/lighthouse';
import { measureLists } from './bench/lists';
import { measureLoad } from './bench/load';
import { measureNavigation } from './bench/navigation';
import { measurePages } from './bench/pages';
import { partNames } from './bench/part-names.mjs';
import { measureScale } from './bench/scale';
import { measureSoap } from './bench/soap';
import { measureThroughput } from './bench/throughput';

const { positionals: chosen, values } = parseArgs({
  allowPositionals: true,
  // `short` is read by bench/length.ts.
  options: { database: { type: 'string' }, short: { type: 'boolean' } },
});
const database = values.database === 'postgresql' ? 'postgresql' : 'sqlite';

const parts: Record<(typeof partNames)[number], () => Promise<void>> = {
  pages: measurePages,
  latency: measureLatency,
  navigation: measureNavigation,
  throughput: measureThroughput,
  soap: measureSoap,
  doors: measureDoors,
  load: measureLoad,
  scale: measureScale,
  lists: () => measureLists(database),
  lighthouse: measureLighthouse,
};

try {
  for (const name of partNames) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    await parts[name]();
    await stopAll();
  }
  console.log('');
} catch (error) {
  console.error(visibleError(error));
  process.exitCode = 1;
} finally {
  await stopAll();
}
