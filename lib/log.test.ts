import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('contains no password, mailbox, name, address or order id, which is the key of a buyer’s pages', () => {
  const secret = { password: 'hidden', email: 'hidden', address: 'hidden', orderId: 'hidden' };
  const line = JSON.stringify({
    ...secret,
    name: 'hidden',
    customer: { name: 'hidden' },
    payment: secret,
    paymentId: 'p1',
  });
  const program = `import('./lib/log.ts').then(({ log }) => log.warn(${line}, 'area: what happened'))`;
  const env = { ...process.env, LOG_LEVEL: 'info' };
  const logged = execFileSync(process.execPath, ['--import', 'tsx', '-e', program], { env, encoding: 'utf8' });
  expect(logged).not.toContain('hidden');
  expect(JSON.parse(logged)).toMatchObject({ paymentId: 'p1', msg: 'area: what happened' });
});
