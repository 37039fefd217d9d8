import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';

/** A process whose parts print their name and the phase when they are called. Its pause would take a minute. */
const program = `
  const { serverPhase } = await import('./lib/server-phase.ts');
  const { stopOnSignal } = await import('./lib/stop-on-signal.ts');
  const say = (step) => async () => console.log(step, serverPhase());
  const parts = ['finishWork', 'endStreams', 'closeServers', 'returnWork', 'close'];
  stopOnSignal(Object.fromEntries(parts.map((part) => [part, say(part)])), 60_000);
  setInterval(() => {}, 1000);
  console.log('running');
`;

/** Runs a process with this source, sends it the signals, and returns the lines that it printed. */
async function printed(source: string, signals: readonly NodeJS.Signals[]): Promise<string[]> {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', source];
  const env = { ...process.env, LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const output = text(child.stdout);
  await once(child.stdout, 'readable');
  for (const signal of signals) child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
  return (await output).trim().split('\n');
}

it.skipIf(process.platform === 'win32')('closes the servers even if background work does not end', async () => {
  const endless = program.replace(
    'Object.fromEntries(parts.map((part) => [part, say(part)]))',
    '{ ...Object.fromEntries(parts.map((part) => [part, say(part)])), finishWork: () => new Promise(() => {}) }',
  );
  const steps = await printed(endless, ['SIGINT']);
  expect(steps).toEqual([
    'running',
    ...['endStreams', 'closeServers', 'returnWork', 'close'].map((part) => `${part} stopping`),
  ]);
});

it.skipIf(process.platform === 'win32').each([
  ['SIGINT', ['SIGINT']],
  ['SIGINT during the pause', ['SIGTERM', 'SIGTERM', 'SIGINT', 'SIGTERM']],
] as const)('runs each step once and in order, skips the pause and exits with code 0 on %s', async (_, signals) => {
  const steps = ['finishWork', 'endStreams', 'closeServers', 'close'].map((part) => `${part} stopping`);
  expect(await printed(program, signals)).toEqual(['running', ...steps]);
});

it.skipIf(process.platform === 'win32')('exits even if nobody reads its log', async () => {
  const source = `
    const { log } = await import('./lib/log.ts');
    const { stopOnSignal } = await import('./lib/stop-on-signal.ts');
    const nothing = async () => {};
    const close = async () => log.info('this line is being written while the next is queued');
    stopOnSignal({ finishWork: nothing, endStreams: nothing, closeServers: nothing, returnWork: nothing, close }, 60_000);
    setInterval(() => {}, 1000);
    log.info('running');
  `;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', source];
  const env = { ...process.env, LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = async (words: string) => {
    for await (const [chunk] of on(child.stdout, 'data')) if (String(chunk).includes(words)) return;
  };
  await printed('running');
  child.kill('SIGTERM');
  await printed('server: stopping');
  child.stdout.destroy();
  // Skips the pause.
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
