import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeApi } from '@/lib/openapi/describe-api';
import { openValidator } from '@/lib/testing/open-validator';
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

it('wraps every route of the shop and its back office, except those that need no database or report its failure themselves', () => {
  const routes = ['app/admin', 'app/api'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('route.ts'))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  );
  const without = routes.filter((file) => {
    const methods = readFileSync(file, 'utf8').match(/^export .*\b(GET|POST|PATCH|PUT|DELETE)\b.*/gm) ?? [];
    return (
      methods.length === 0 || !methods.every((line) => /= (orUnavailable|adminPost|orderPost|adminUpload)\b/.test(line))
    );
  });
  expect(without.sort()).toEqual([
    'app/admin/language/route.ts',
    'app/api/checkout/draft/route.ts',
    'app/api/health/live/route.ts',
    'app/api/health/route.ts',
    'app/api/method-not-allowed/route.ts',
    'app/api/misdirected/route.ts',
    'app/api/openapi.json/route.ts',
    'app/api/worker-only/route.ts',
  ]);
});

it('answers as /api/openapi.json describes', async () => {
  const api = describeApi({ shop: true, sandbox: false, testApi: true });
  const validator = openValidator(api);
  const answer = await (await failing(full)(request('application/json'))).json();
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, { operationId, responses }] of Object.entries(item)) {
      if (!responses[503] || operationId === 'checkHealth') continue;
      const at = `paths/${path}/${method}/responses/503/content/application/json/schema`;
      expect(validator.problems(at, answer), at).toEqual([]);
    }
  }
});
