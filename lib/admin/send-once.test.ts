import { afterAll, beforeAll, expect, it } from 'vitest';
import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { openShopDatabase } from '../testing/shop-database';
import { sendOnce } from './send-once';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

const path = '/admin/things/save';

function newForm(fields: Record<string, string> = { stock: '12' }, key = newKey()) {
  return { key, path, fields: new URLSearchParams({ ...fields, key }) };
}

/** An effect that counts how often it runs. */
function effect(answer: string | null = '/admin/things?note=saved') {
  const run = { times: 0, carryOut };
  async function carryOut() {
    run.times++;
    return answer;
  }
  return run;
}

const sentLongAgo = (key: string, seconds: number) =>
  db().write((tx) => tx.sentForm.update({ where: { key }, data: { sentAt: secondsAfter(now(), -seconds) } }));

it('runs a form once and returns the same answer each time it is sent', async () => {
  const [form, save] = [newForm(), effect()];
  const answers = await Promise.all(Array.from({ length: 20 }, () => sendOnce(form, save.carryOut)));
  expect(save.times).toBe(1);
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"path":"/admin/things?note=saved"}']),
  );
  expect(await sendOnce(form, save.carryOut)).toEqual({ path: '/admin/things?note=saved' });
  expect(save.times).toBe(1);
});

it('makes a second submission wait for the first', async () => {
  const [form, second] = [newForm(), effect()];
  let repeated: Promise<unknown> = Promise.resolve();
  const first = await sendOnce(form, async () => {
    repeated = sendOnce(form, second.carryOut);
    return '/admin/done';
  });
  expect([first, await repeated]).toEqual([{ path: '/admin/done' }, { path: '/admin/done' }]);
  expect(second.times).toBe(0);
});

it.each([
  ['other fields', (key: string) => newForm({ stock: '13' }, key)],
  ['another action', (key: string) => ({ ...newForm(undefined, key), path: '/admin/others/save' })],
])('refuses the same key with %s', async (_, changed) => {
  const [form, save] = [newForm(), effect()];
  await sendOnce(form, save.carryOut);
  expect(await sendOnce(changed(form.key), save.carryOut)).toEqual({ refused: 'changed' });
  expect(save.times).toBe(1);
});

it.each(['', 'short', 'k'.repeat(41), 'k'.repeat(20).concat(' ')])('refuses the key %j', async (key) => {
  const save = effect();
  expect(await sendOnce(newForm({}, key), save.carryOut)).toEqual({ refused: 'no-key' });
  expect(save.times).toBe(0);
});

it('does not repeat an interrupted form and reports it immediately', async () => {
  const [form, again] = [newForm(), effect()];
  await expect(sendOnce(form, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
  await sentLongAgo(form.key, 9);
  expect(await sendOnce(form, again.carryOut)).toEqual({ refused: 'unanswered' });
  expect(again.times).toBe(0);
});

it('stores no key for a form without effect', async () => {
  const form = newForm();
  expect(await sendOnce(form, effect(null).carryOut)).toEqual({ path: null });
  expect(await sendOnce(form, effect().carryOut)).toEqual({ path: '/admin/things?note=saved' });
});

it('deletes a key after a week and stores no field in plain text', async () => {
  const form = newForm({ password: 's3cret-till' });
  await sendOnce(form, effect().carryOut);
  expect(JSON.stringify(await db().read.sentForm.findUnique({ where: { key: form.key } }))).not.toContain('s3cret');
  await sentLongAgo(form.key, 8 * 86_400);
  await sendOnce(newForm(), effect().carryOut);
  expect(await db().read.sentForm.findUnique({ where: { key: form.key } })).toBeNull();
});
