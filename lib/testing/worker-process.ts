// For tests: a shop worker in its own process. `round <time>` runs one round of the watcher and the outbox at that time
// (milliseconds since 1970). `start` runs the watcher, the outbox and the period worker continuously, by the real
// clock. Both print “done”.
import { createInterface } from 'node:readline';
import { startOutbox } from '../background/effects';
import { startWatcher } from '../background/payment-watcher';
import { startPeriodWorker } from '../background/period-worker';
import { db } from '../db/client';
import { exchangeSignals } from '../signals/share-signals';
import { runBackgroundRound } from './background-round';

let frozenAt: number | null = null;
const realNow = Date.now;
const monotonic = performance.now.bind(performance);
Date.now = () => frozenAt ?? realNow();
globalThis.Date = new Proxy(Date, {
  construct: (target, given) => Reflect.construct(target, given.length === 0 ? [target.now()] : given),
});
performance.now = () => frozenAt ?? monotonic();

await db().read.orderNumber.count();
process.stdout.write('ready\n');
for await (const line of createInterface(process.stdin)) {
  const [command, time] = line.split(' ');
  if (command === 'start') {
    startWatcher();
    startOutbox();
    startPeriodWorker();
  } else {
    frozenAt = Number(time);
    await exchangeSignals(() => []);
    await runBackgroundRound();
  }
  process.stdout.write('done\n');
}
process.exit();
