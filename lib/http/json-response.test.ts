import { expect, it } from 'vitest';
import { jsonResponse } from './json-response';

const cacheControl = (body: unknown, headers: HeadersInit = {}) =>
  jsonResponse(body, { headers }).headers.get('cache-control');

it('prevents the compression of small answers only', () => {
  expect(cacheControl({ name: 'Räksmörgås' })).toBe('no-transform');
  expect(cacheControl({ name: 'Räksmörgås' }, { 'Cache-Control': 'no-store' })).toBe('no-store, no-transform');
  expect(cacheControl('x'.repeat(1_021))).toBe('no-transform');
  expect(cacheControl('ö'.repeat(511))).toBeNull();
  expect(cacheControl('x'.repeat(1_022), { 'Cache-Control': 'no-store' })).toBe('no-store');
});

it('keeps the answer, its status and its headers', async () => {
  const response = jsonResponse({ name: 'Räksmörgås' }, { status: 404, headers: { 'X-Own': 'a' } });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('x-own')).toBe('a');
  expect(await response.json()).toEqual({ name: 'Räksmörgås' });
});
