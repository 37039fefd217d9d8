import { expect, it } from 'vitest';
import { WriteProbe } from '../../health/write-probe';
import { openTestSandbox } from '../../testing/sandbox/test-sandbox';

it('has the table that the health check writes to', async () => {
  const { sandbox, close } = await openTestSandbox();
  expect(await new WriteProbe(sandbox.db, 10_000).state()).toBe('ok');
  expect(await sandbox.db.read.writeProbe.count()).toBe(1);
  await close();
});
