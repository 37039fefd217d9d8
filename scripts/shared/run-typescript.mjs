// Runs the second part, in TypeScript, of commands that start before anything is installed.
import { spawn } from 'node:child_process';
import { end, endTogether } from './ending.mjs';
import { root } from './run.mjs';

/**
 * Runs a script of this project in this terminal, then ends this process with the script's exit code.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Record<string, string>} env additional environment variables
 */
export function runTypeScript(script, args, env = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  endTogether(child);
  child.once('exit', (code) => end(code ?? 1));
}
