import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startSandboxProcess } from './start-process';

it('keeps idle connections open for longer than a client or proxy does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const { origin, stop } = await startSandboxProcess(folder);
  expect((await fetch(`${origin}/sandbox/api/terminals`)).headers.get('keep-alive')).toBe('timeout=65');
  await stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it('says why the sandbox did not start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  writeFileSync(join(folder, 'sandbox.db'), 'not a database, but long enough to be read as one'.repeat(20));
  await expect(startSandboxProcess(folder)).rejects.toThrow(
    /^The sandbox did not start: [\s\S]*file is not a database/,
  );
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
