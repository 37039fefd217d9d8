// For tests only: finds this machine's SOAP stacks, and runs programs against a sandbox. Tests skip a stack that is not
// installed, unless SOAP_STACKS=required, as in .ci/run. SOAP_STACKS=off skips all but Node's.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveTestSandbox } from '../sandbox/serve-test-sandbox';
import { openTestSandbox } from '../sandbox/test-sandbox';

/** Returns the commands that run a program against the sandbox at `address`. `folder` is empty, for generated files. */
export type Program = (address: string, folder: string) => string[][];

const isRequired = process.env.SOAP_STACKS === 'required';
const isOff = process.env.SOAP_STACKS === 'off';

export const JAXWS = '/usr/share/jaxws/lib/jaxws-rt.jar';
export const python =
  ['python3', '/usr/bin/python3', 'python'].find((name) => works(name, ['-c', 'import zeep'])) ?? '';

export const stacks = {
  node: true,
  php: isRequired || works('php', ['-r', 'exit(extension_loaded("soap") ? 0 : 1);']),
  zeep: isRequired || python !== '',
  jaxws: isRequired || (existsSync(JAXWS) && works('wsimport', ['-version']) && works('javac', ['-version'])),
  /** Not installed by .ci/run: Mono is large and no longer maintained. */
  mono: works('mono', ['--version']) && works('mcs', ['--version']) && works('sh', ['-c', 'command -v wsdl']),
};

function works(command: string, args: string[]): boolean {
  return !isOff && spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** Runs the program against a new sandbox. Returns the last command's output; rejects with a failed command's output. */
export async function runOnSandbox(program: Program): Promise<string> {
  const test = await openTestSandbox();
  const server = await serveTestSandbox(test);
  const folder = mkdtempSync(join(tmpdir(), 'soap-stack-'));
  // A report is ready three seconds after its period was closed.
  const clock = setInterval(() => void test.advance(3).catch(() => {}), 200);
  try {
    let output = '';
    for (const [command = '', ...args] of program(server.address, folder)) output = await run(command, args);
    return output;
  } finally {
    clearInterval(clock);
    rmSync(folder, { recursive: true, force: true });
    await server.close();
    await test.close();
  }
}

function run(command: string, args: string[]): Promise<string> {
  // For short programs, the optimizing compiler and the parallel collector cost more time than they save.
  const env = { ...process.env, JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env });
    let output = '';
    let errors = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (errors += part));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command} ended with ${code}: ${output}${errors}`)),
    );
  });
}
