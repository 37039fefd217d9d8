// `npm run certify`: runs SEQR's certification against the configured service, also from a fresh clone. `-- --pos`
// tests tills. Installs what is missing; the rest is in certify.ts.
import './shared/environment.mjs';
import { ensureInstalled } from './shared/installed.mjs';
import { runTypeScript } from './shared/run-typescript.mjs';
import { generateClients } from './shared/steps.mjs';

console.log('');
try {
  await ensureInstalled();
  await generateClients();
} catch {
  process.exit(1);
}
// The level is set in the environment, because the log reads it when it is first imported.
runTypeScript('scripts/certify.ts', process.argv.slice(2), { LOG_LEVEL: process.env.LOG_LEVEL || 'silent' });
