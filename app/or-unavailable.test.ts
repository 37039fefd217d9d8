import { expect, it } from 'vitest';
import { sellAs } from '@/lib/testing/sell-as';
import { orUnavailable } from './or-unavailable';

const request = (accept: string) => new Request('http://shop.test/api/checkout', { headers: { accept } });
const full = Object.assign(new Error('disk'), { cause: { originalCode: 'SQLITE_FULL' } });
const failing = (error: Error) => orUnavailable(() => Promise.reject(error));

it('answers a program with 503, a sentence and the time to wait', async () => {
  const response = await failing(full)(request('application/json'));
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await response.json()).toMatchObject({ error: 'unavailable', message: expect.stringContaining('charged') });
});

it('answers a browser with a page in both languages, under the shop’s name', async () => {
  const restore = sellAs({ name: 'Kauppa & Co' });
  const response = await failing(full)(request('text/html,*/*'));
  restore();
  expect(response.status).toBe(503);
  expect(await response.text()).toMatch(
    /<title>Kauppa &amp; Co<[\s\S]*Please try again[\s\S]*lang="sv"[\s\S]*Försök igen/,
  );
});

it('passes on every answer, and every error that is not the database’s', async () => {
  await expect(failing(new Error('a mistake of ours'))(request('*/*'))).rejects.toThrow('a mistake of ours');
  const echo = orUnavailable(async (_: Request, { word }: { word: string }) => new Response(word));
  expect(await (await echo(request('*/*'), { word: 'well' })).text()).toBe('well');
});
