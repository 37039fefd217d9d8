import { expect, it } from 'vitest';
import { startPostgresql } from './postgresql-server';

it('fails at once if a signal ends the server while it starts', async () => {
  const start = performance.now();
  const starting = startPostgresql({ onStart: (server) => server.kill('SIGKILL') });
  await expect(starting).rejects.toThrow('PostgreSQL did not start.');
  expect(performance.now() - start).toBeLessThan(20_000);
}, 90_000);
