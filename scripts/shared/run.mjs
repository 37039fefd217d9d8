// Runs the steps of `npm run demo` and `npm test`. Prints one line per step, and the output of a step that failed.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endTogether, isEnding } from './ending.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A command failed; `output` is what it printed. */
class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {string | number | null} code
   * @param {string} output
   */
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
  }
}

/** @typedef {{ env?: Record<string, string>, shell?: boolean, cwd?: string }} RunOptions */

/**
 * Runs a program to its end and resolves to its output. Rejects with `CommandFailed`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<string>}
 */
export function run(command, args, { env = {}, shell = false, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    endTogether(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => reject(new CommandFailed(command, error.message, output)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new CommandFailed([command, ...args].join(' '), signal ?? code, output));
    });
  });
}

/**
 * Runs a Node script of this project or of a package.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/**
 * Runs one step and prints one line about it. `work` may resolve to a note, such as “up to date”. If it fails, prints the
 * output of its command and throws the error again.
 * @param {string} name
 * @param {() => Promise<string | void>} work
 * @returns {Promise<void>}
 */
export async function step(name, work) {
  const started = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`  … ${name}`);
  try {
    const note = await work();
    line('✓', name, started, typeof note === 'string' ? note : '');
  } catch (error) {
    if (isEnding()) return new Promise(() => {});
    line('✗', name, started, '');
    console.error(`\n${describe(error)}\n`);
    throw error;
  }
}

/** @param {unknown} error */
export function describe(error) {
  if (error instanceof CommandFailed && error.output.trim()) return error.output.trim();
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param {string} mark
 * @param {string} name
 * @param {number} started
 * @param {string} note
 */
function line(mark, name, started, note) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
  console.log(`  ${mark} ${name.padEnd(28)}${`${seconds} s`.padStart(8)}${note ? `  ${note}` : ''}`);
}
