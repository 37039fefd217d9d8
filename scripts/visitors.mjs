// `npm run visitors [-- --minutes 60 --visitors 20 --gap 15]`: starts a demonstration (DEMO=on) and lets simulated visitors use
// it for an hour. Exits with 1 if memory or databases keep growing, goods stay sold out, or a visitor sees another's data.
import './shared/environment.mjs';
import { visibleError } from '../lib/visible-text.js';
import { ensureInstalled } from './shared/installed.mjs';
import { readArguments } from './shared/read-arguments.mjs';
import { runTypeScript } from './shared/run-typescript.mjs';
import { buildPaymentView, buildShop, generateClients } from './shared/steps.mjs';

const { values } = readArguments({
  options: {
    minutes: { type: 'string', default: '60' },
    visitors: { type: 'string', default: '20' },
    /** The longest time between two of a visitor's page views, in seconds. */
    gap: { type: 'string', default: '15' },
  },
});
const wrong = Object.entries(values).find(([, value]) => !/^[1-9]\d{0,3}$/.test(value));
if (wrong) {
  console.error(`--${wrong[0]} is “${wrong[1]}”. It must be a whole number from 1 to 9999.`);
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
const { minutes, visitors, gap } = values;
runTypeScript('scripts/visitors.ts', ['--minutes', minutes, '--visitors', visitors, '--gap', gap]);
