import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startSandboxProcess } from './start-process';

it('keeps idle connections open for longer than a proxy does, and answers clients that offer HTTP/2 in HTTP/1.1', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const { origin, stop } = await startSandboxProcess(folder);
  expect((await fetch(`${origin}/sandbox/api/terminals`)).headers.get('keep-alive')).toBe('timeout=65');
  const headers = {
    connection: 'Upgrade, HTTP2-Settings',
    upgrade: 'h2c',
    'http2-settings': 'AAMAAABkAARAAAAAAAIAAAAA',
  };
  const [response] = await once(
    request(`${origin}/sandbox/api/terminals`, { headers, agent: false }).end(),
    'response',
  );
  expect([response.httpVersion, response.statusCode]).toEqual(['1.1', 200]);
  response.destroy();
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
