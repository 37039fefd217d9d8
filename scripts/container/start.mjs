// Runs as the image's command, in the folder that scripts/package-standalone.ts has completed. Migrates the database,
// fills an empty catalogue in a demonstration, and serves the shop.
import { spawnSync } from 'node:child_process';

// As the first process of a container, this one would ignore SIGTERM until the shop has started (lib/stop-on-signal.ts).
process.once('SIGTERM', () => process.exit(143));
process.chdir(import.meta.dirname);

for (const [name, ...args] of [['migrate'], ['seed', '--demo']]) {
  const { status } = spawnSync(process.execPath, [`scripts/commands/${name}.mjs`, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
/** Written by Next. */
const server = './server.js';
await import(server);
