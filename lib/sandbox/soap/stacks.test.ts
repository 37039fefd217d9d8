// The shops in docs/snippets, in SOAP stacks that nobody here wrote, against the sandbox. Those in PHP and
// Python run where ext-soap and zeep are installed, as .ci/run sees to.
import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { serveTestSandbox } from '../serve-test-sandbox';
import { openTestSandbox } from '../test-sandbox';

const php = works('php', ['-r', 'exit(extension_loaded("soap") ? 0 : 1);']) ? 'php' : undefined;
const python = ['python3', '/usr/bin/python3', 'python'].find((command) => works(command, ['-c', 'import zeep']));

function works(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function run(command: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args);
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('close', (code) => resolve({ code, output }));
  });
}

describe.each([
  ['node-soap', process.execPath, 'docs/snippets/shop.mjs'],
  ['PHP ext-soap', php, 'docs/snippets/shop.php'],
  ['Python zeep', python, 'docs/snippets/shop.py'],
])('%s', (_name, command, script) => {
  it.runIf(command)('sells, cancels, refunds and closes its day', async () => {
    const test = await openTestSandbox();
    const server = await serveTestSandbox(test);
    const skipThreeSeconds = setInterval(() => void test.advance(3).catch(() => {}), 1000);
    const { code, output } = await run(command ?? '', [script, server.address]);
    clearInterval(skipThreeSeconds);
    await server.close();
    await test.close();
    expect(output).toMatch(/^paid \d{25}\nrefunded \d{25}\nreport STD_RECON_003_\d{25}\.xml\n$/);
    expect(code).toBe(0);
  });
});
