// Runs the parts of `npm run bench` that are given as arguments, or all parts. bench.mjs has already built the shop.
import { parseArgs } from 'node:util';
import { visibleError } from '../lib/visible-text.js';
import { measureDoors } from './bench/doors';
import { stopAll } from './bench/environment';
import { measureLatency } from './bench/latency';
import { isShort } from './bench/length';
import { measureLighthouse } from './bench/lighthouse';
import { measureLists } from './bench/lists';
import { measureLoad } from './bench/load';
import { measureNavigation } from './bench/navigation';
import { measurePages } from './bench/pages';
import { partNames } from './bench/part-names.mjs';
import { measureProfile } from './bench/profile';
import { measureScale } from './bench/scale';
import { measureSoap } from './bench/soap';
import { measureThroughput } from './bench/throughput';
import { end } from './shared/ending.mjs';

const { positionals: chosen, values } = parseArgs({
  allowPositionals: true,
  // `short` is read by bench/length.ts.
  options: { database: { type: 'string' }, short: { type: 'boolean' } },
});
const database = values.database === 'postgresql' ? 'postgresql' : 'sqlite';

type PartName = (typeof partNames)[number];
const measure: Record<PartName, () => Promise<void>> = {
  pages: measurePages,
  latency: measureLatency,
  navigation: measureNavigation,
  throughput: measureThroughput,
  soap: measureSoap,
  doors: measureDoors,
  load: measureLoad,
  profile: measureProfile,
  scale: measureScale,
  lists: () => measureLists(database),
  lighthouse: measureLighthouse,
};

try {
  await (isShort ? runConcurrently() : runInTurn(partNames));
  console.log('');
} catch (error) {
  console.error(visibleError(error));
  process.exitCode = 1;
} finally {
  await stopAll();
}
// After a failure of a short run, the other parts are still in progress.
end(Number(process.exitCode ?? 0));

/** The parts do not share the machine with each other. */
async function runInTurn(names: readonly PartName[]): Promise<void> {
  for (const name of names) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    await measure[name]();
    if (!isShort) await stopAll();
  }
}

/** Runs the parts that start servers of their own beside those that share a shop. */
async function runConcurrently(): Promise<void> {
  const ownServers: readonly PartName[] = ['soap', 'load', 'profile', 'scale', 'lists'];
  const others = partNames.filter((name) => !ownServers.includes(name));
  await Promise.all([runInTurn(others), runInTurn(ownServers)]);
}
