import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { controlRoutes, findControlAnswer } from '@/lib/sandbox/control/routes';

const calls = [
  ['GET', 'invoices/100001', 'invoices/[reference]'],
  ['POST', 'invoices/100001/pay', 'invoices/[reference]/pay'],
  ['POST', 'invoices/100001/scan', 'invoices/[reference]/scan'],
  ['POST', 'invoices/100001/cancel', 'invoices/[reference]/cancel'],
  ['POST', 'payers/anna-1', 'payers/[id]'],
  ['POST', 'clock', 'clock'],
  ['POST', 'faults', 'faults'],
  ['DELETE', 'faults', 'faults'],
  ['GET', 'messages', 'messages'],
  ['GET', 'terminals', 'terminals'],
] as const;

it.each(calls)('%s %s is answered before Next, and Next has the route too', async (method, path, folder) => {
  expect(findControlAnswer({ method }, `/sandbox/api/${path}`)).not.toBeNull();
  const file = resolve(import.meta.dirname, folder, 'route.ts');
  expect(await import(file)).toHaveProperty(method);
});

it('answers no other calls before Next', () => {
  expect(controlRoutes).toHaveLength(calls.length);
});

it.each([
  ['GET', '/sandbox/api/invoices/100001/pay'],
  ['POST', '/sandbox/api/invoices/100001/pay/'],
  ['POST', '/sandbox/api/invoices/%31/pay'],
  ['POST', '/sandbox/api/invoices//pay'],
  ['GET', '/sandbox/api/invoices'],
  ['POST', '/sandbox/invoices/100001/pay'],
  ['HEAD', '/sandbox/api/messages'],
])('leaves %s %s to Next', (method, path) => {
  expect(findControlAnswer({ method }, path)).toBeNull();
});
