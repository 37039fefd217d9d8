// Ends a command's child processes together with the command: on Ctrl+C, on SIGTERM, and when the npm process that
// started the command is gone.
import { spawnSync } from 'node:child_process';

/** A server ends within ten seconds: lib/stop-on-signal.ts. Writing V8's counts (coverage.mjs) takes longer. */
const PATIENCE_MS = process.env.E2E_COVERAGE ? 60_000 : 12_000;
const PARENT_CHECK_MS = 500;
/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let ending = false;
/** @type {number | undefined} */
let exitCode;

/**
 * Ends this child when this process is told to end.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endTogether(child) {
  children.add(child);
  child.once('exit', () => children.delete(child));
  if (ending) stop(child);
}

/** Makes this process end with code 0 when it is stopped, because stopping a server is not a failure. */
export function endWithSuccess() {
  exitCode = 0;
}

export function isEnding() {
  return ending;
}

/**
 * Ends every child, then this process.
 * @param {number} code
 */
export function end(code) {
  if (ending) return;
  ending = true;
  const exit = () => process.exit(exitCode ?? code);
  if (children.size === 0) exit();
  for (const child of children) {
    child.once('exit', () => {
      if (children.size === 0) exit();
    });
    stop(child);
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function stop(child) {
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  else child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
}

/** @type {readonly (readonly [NodeJS.Signals, number])[]} */
const signals = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
];
for (const [signal, code] of signals) process.on(signal, () => end(code));

// npm runs a command in a shell. A shell that gets SIGTERM ends without passing the signal on.
if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end(143);
  }, PARENT_CHECK_MS).unref();
}
