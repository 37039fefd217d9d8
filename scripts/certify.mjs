// `npm run certify`: SEQR's certification against the configured service, from a fresh clone on. `-- --pos` is the one of
// tills. What it needs is installed first; the rest is certify.ts.
import './environment.mjs';
import { spawn } from 'node:child_process';
import { end, endTogether } from './ending.mjs';
import { ensureInstalled } from './installed.mjs';
import { root } from './run.mjs';
import { generateClients } from './steps.mjs';

console.log('');
try {
  await ensureInstalled();
  await generateClients();
} catch {
  process.exit(1);
}
const args = ['--import', 'tsx', 'scripts/certify.ts', ...process.argv.slice(2)];
// The log's level is read with the first import.
const env = { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || 'silent' };
const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
endTogether(child);
child.once('exit', (code) => end(code ?? 1));
