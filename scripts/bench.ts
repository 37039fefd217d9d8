// Runs the parts of `npm run bench` that its arguments name, or all parts. bench.mjs has already built the shop.
import './shared/ending.mjs';
import { visibleError } from '../lib/visible-text.js';
import { measureDoors } from './bench/doors';
import { stopAll } from './bench/environment';
import { measureLatency } from './bench/latency';
import { measureLighthouse } from './bench/lighthouse';
import { measureLoad } from './bench/load';
import { measurePages } from './bench/pages';
import { partNames } from './bench/part-names.mjs';
import { measureScale } from './bench/scale';
import { measureSoap } from './bench/soap';
import { measureThroughput } from './bench/throughput';

const parts: Record<(typeof partNames)[number], () => Promise<void>> = {
  pages: measurePages,
  latency: measureLatency,
  throughput: measureThroughput,
  soap: measureSoap,
  doors: measureDoors,
  load: measureLoad,
  scale: measureScale,
  lighthouse: measureLighthouse,
};

const chosen = process.argv.slice(2);
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
