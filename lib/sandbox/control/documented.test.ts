// Runs the commands of docs/sandbox.md in a shell with curl against a sandbox.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveTestSandbox } from '../../testing/sandbox/serve-test-sandbox';
import { openTestSandbox, type TestSandbox, terminalContext } from '../../testing/sandbox/test-sandbox';
import { newFault } from '../faults/fault';

const page = readFileSync('docs/sandbox.md', 'utf8');
const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const blockWith = (text: string) => blocks.find((block) => block.includes(text)) ?? '';
const faults = [...page.matchAll(/^\|.*`(fault '(\{.*?\})')` \|$/gm)].map(([, command = '', json = '']) => ({
  command,
  fault: JSON.parse(json),
}));

let test: TestSandbox;
let server: Awaited<ReturnType<typeof serveTestSandbox>>;
beforeAll(async () => {
  test = await openTestSandbox();
  server = await serveTestSandbox(test);
});
afterEach(() => test.sandbox.faults.remove(() => true, new Date()));
afterAll(async () => {
  await server.close();
  await test.close();
});

/** Runs the commands and returns their answers, one JSON value each. */
async function shell(commands: string, reference = '1402562843463'): Promise<Record<string, unknown>[]> {
  const here = commands
    .replaceAll('localhost:7070', new URL(server.address).host)
    .replaceAll('1402562843463', reference);
  const script = `curl() { command curl --silent --show-error --write-out '\\n' "$@"; }\n${here}`;
  const { stdout } = await promisify(execFile)('sh', ['-euc', script]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a fault', () => {
  it.each(faults)('starts with $command', async ({ command, fault }) => {
    const [started] = await shell(`${blockWith('fault() {')}${command}`);
    expect(started).toMatchObject({ ...fault, id: expect.any(Number) });
  });

  it('is documented for every kind', () => {
    const kinds = newFault.options.map((option) => option.shape.kind.value);
    expect([...new Set(faults.map(({ fault }) => fault.kind))].sort()).toEqual([...kinds].sort());
  });

  it('can be listed and ended', async () => {
    const [first] = await shell(`${blockWith('fault() {')}fault '{"kind":"down"}'; fault '{"kind":"hang"}'`);
    const commands = blockWith('# lists the active faults').replace('faults/7', `faults/${first?.id}`);
    expect(await shell(commands)).toMatchObject([
      { faults: [{ kind: 'down' }, { kind: 'hang' }] },
      { ok: true, removed: 1 },
      { ok: true, removed: 0 },
    ]);
  });
});

it('issues a webshop’s terminal', async () => {
  expect(await shell(blockWith('"kind":"webshop"'))).toMatchObject([{ id: 'test-17', kind: 'webshop' }]);
  const context = terminalContext('test-17', 'secret-17');
  expect((await test.buy('1', '', context)).ersReference).toMatch(/^\d{25}$/);
});

it('pays an invoice and advances its clock', async () => {
  const reference = await test.sendInvoice();
  expect(await shell(blockWith('/pay -H'), reference)).toMatchObject([{ ok: true, status: 'PAID' }]);
  expect(await shell(blockWith('advanceSeconds'), reference)).toMatchObject([{ ok: true }]);
  expect((await test.status(reference)).get('status')).toBe('CANCELED');
});
