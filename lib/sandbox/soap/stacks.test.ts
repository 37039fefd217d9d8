// The shops in docs/snippets, in SOAP stacks that nobody here wrote, against the sandbox. Each runs where its stack is
// installed; .ci/run sees to ext-soap and zeep, to JAX-WS where there is a Java compiler, and leaves Mono to chance.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serveTestSandbox } from '../serve-test-sandbox';
import { openTestSandbox } from '../test-sandbox';

type Shop = (address: string, folder: string) => string[][];

const JAXWS = '/usr/share/jaxws/lib/jaxws-rt.jar';
const php = works('php', ['-r', 'exit(extension_loaded("soap") ? 0 : 1);']);
const python = ['python3', '/usr/bin/python3', 'python'].find((command) => works(command, ['-c', 'import zeep']));
const java = existsSync(JAXWS) && works('wsimport', ['-version']) && works('javac', ['-version']);
const mono = works('mono', ['--version']) && works('mcs', ['--version']) && works('sh', ['-c', 'command -v wsdl']);

const javaShop: Shop = (address, folder) => [
  ['wsimport', '-d', folder, '-p', 'seqr', `${address}/soap/merchant/cashregister-2?wsdl`],
  ['javac', '-cp', `${folder}:${JAXWS}`, '-d', folder, 'docs/snippets/Shop.java'],
  ['java', '-cp', `${folder}:${JAXWS}`, 'Shop', address],
];

const dotnetShop: Shop = (address, folder) => [
  ['wsdl', `-out:${folder}/Seqr.cs`, '-namespace:Seqr', `${address}/soap/merchant/cashregister-2?wsdl`],
  ['mcs', '-r:System.Web.Services', `-out:${folder}/Shop.exe`, 'docs/snippets/Shop.cs', `${folder}/Seqr.cs`],
  ['mono', `${folder}/Shop.exe`, address],
];

function works(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** What the last of the commands printed; throws with what a command complained of. */
async function run(commands: string[][]): Promise<string> {
  let output = '';
  for (const [command = '', ...args] of commands) {
    const ended = await runOne(command, args);
    if (ended.code !== 0) throw new Error(`${command} ended with ${ended.code}: ${ended.output}${ended.errors}`);
    output = ended.output;
  }
  return output;
}

function runOne(command: string, args: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args);
    let output = '';
    let errors = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (errors += part));
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}

describe.each<[string, boolean, Shop]>([
  ['node-soap', true, (address) => [[process.execPath, 'docs/snippets/shop.mjs', address]]],
  ['PHP ext-soap', php, (address) => [['php', 'docs/snippets/shop.php', address]]],
  ['Python zeep', Boolean(python), (address) => [[python ?? '', 'docs/snippets/shop.py', address]]],
  ['Java JAX-WS', java, javaShop],
  ['.NET, by Mono', mono, dotnetShop],
])('%s', (_name, installed, shop) => {
  it.runIf(installed)('sells, cancels, refunds and closes its day', { timeout: 90_000 }, async () => {
    const test = await openTestSandbox();
    const server = await serveTestSandbox(test);
    const folder = mkdtempSync(join(tmpdir(), 'seqr-shop-'));
    const skipThreeSeconds = setInterval(() => void test.advance(3).catch(() => {}), 1000);
    try {
      const output = await run(shop(server.address, folder));
      expect(output).toMatch(/^paid \d{25}\nrefunded \d{25}\nreport STD_RECON_003_\d{25}\.xml\n$/);
    } finally {
      clearInterval(skipThreeSeconds);
      rmSync(folder, { recursive: true, force: true });
      await server.close();
      await test.close();
    }
  });
});
