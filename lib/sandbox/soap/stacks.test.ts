// Runs the shops in docs/snippets, in third-party SOAP stacks, against the sandbox.
import { describe, expect, it } from 'vitest';
import { JAXWS, type Program, python, runOnSandbox, stacks } from '../../testing/clients/foreign-stacks';

const javaShop: Program = (address, folder) => [
  ['wsimport', '-quiet', '-d', folder, '-p', 'seqr', `${address}/soap/merchant/cashregister-2?wsdl`],
  ['javac', '-cp', `${folder}:${JAXWS}`, '-d', folder, 'docs/snippets/Shop.java'],
  ['java', '-cp', `${folder}:${JAXWS}`, 'Shop', address],
];

const dotnetShop: Program = (address, folder) => [
  ['wsdl', `-out:${folder}/Seqr.cs`, '-namespace:Seqr', `${address}/soap/merchant/cashregister-2?wsdl`],
  ['mcs', '-r:System.Web.Services', `-out:${folder}/Shop.exe`, 'docs/snippets/Shop.cs', `${folder}/Seqr.cs`],
  ['mono', `${folder}/Shop.exe`, address],
];

describe.each<[string, boolean, Program]>([
  ['node-soap', stacks.node, (address) => [[process.execPath, 'docs/snippets/shop.mjs', address]]],
  ['PHP ext-soap', stacks.php, (address) => [['php', 'docs/snippets/shop.php', address]]],
  ['Python zeep', stacks.zeep, (address) => [[python, 'docs/snippets/shop.py', address]]],
  ['Java JAX-WS', stacks.jaxws, javaShop],
  ['.NET, by Mono', stacks.mono, dotnetShop],
])('%s', (_name, isInstalled, shop) => {
  it.runIf(isInstalled)('sells, cancels, refunds and closes the day', { timeout: 240_000 }, async () => {
    const output = await runOnSandbox(shop);
    expect(output).toMatch(/^paid \d{25}\nrefunded \d{25}\nreport STD_RECON_003_\d{25}\.xml\n$/);
  });
});
