import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

// A command that starts a long step. The step inherits the command's pipe, so the pipe closes only when both have ended.
const program = `
  import { spawn } from 'node:child_process';
  import { endTogether } from './scripts/shared/ending.mjs';
  const step = "process.stdout.write('running'); setTimeout(() => {}, 60_000)";
  endTogether(spawn(process.execPath, ['-e', step], { stdio: ['ignore', 'inherit', 'inherit'] }));
`;
const nodeArgs = ['--input-type=module', '-e', program];

async function isRunning(command: ChildProcess) {
  const [text] = await once(command.stdout ?? command, 'data');
  expect(String(text)).toBe('running');
}

it('ends its children when it is told to end', async () => {
  const command = spawn(process.execPath, nodeArgs, { stdio: ['ignore', 'pipe', 'inherit'] });
  await isRunning(command);
  const exited = once(command, 'close');
  command.kill('SIGTERM');
  expect(await exited).toEqual([143, null]);
});

it.skipIf(process.platform === 'win32')('ends when the shell that npm started it in is gone', async () => {
  // Without `; true`, the shell could be replaced by the command.
  const shell = spawn('sh', ['-c', '"$@"; true', 'sh', process.execPath, ...nodeArgs], {
    env: { ...process.env, npm_lifecycle_event: 'demo' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await isRunning(shell);
  const exited = once(shell, 'close');
  shell.kill('SIGTERM');
  await exited;
});
