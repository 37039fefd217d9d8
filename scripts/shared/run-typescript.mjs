// The second half of a command that begins before anything is installed: what it installed runs as TypeScript.
import { spawn } from 'node:child_process';
import { end, endTogether } from './ending.mjs';
import { root } from './run.mjs';

/**
 * Runs a script of this project in this terminal, and ends this process as the script ends.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Record<string, string>} env more variables than this process has
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
