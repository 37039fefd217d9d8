import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bundle } from './bundle';

/** Starts a worker in a separate process (worker-process.ts), with the configuration of this process. */
export async function startWorker() {
  const child = spawn(process.execPath, [await bundle('lib/testing/worker-process.ts')], {
    env: { ...process.env, SHOP_ROLE: 'worker', PUBLIC_URL: 'http://shop.test' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const exited = once(child, 'close');
  const expectLine = async (word: string) => {
    const { value } = await lines.next();
    if (value !== word) throw new Error(`The worker said “${value}” instead of “${word}”.`);
  };
  const send = async (command: string) => {
    child.stdin.write(`${command}\n`);
    await expectLine('done');
  };
  await expectLine('ready');
  return {
    /** Runs one round of the watcher and the outbox, with this process's time as the worker's. */
    round: () => send(`round ${Date.now()}`),
    start: () => send('start'),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
