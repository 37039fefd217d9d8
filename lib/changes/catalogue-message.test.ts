import { expect, it } from 'vitest';
import { parseCatalogueMessage } from './catalogue-message';

it.each([
  ['stock linocuts three-pines', { kind: 'stock', category: 'linocuts', slug: 'three-pines' }],
  ['product linocuts', { kind: 'product', category: 'linocuts' }],
  ['all', { kind: 'all' }],
  ['stock linocuts', { kind: 'all' }],
  ['bundle linocuts three-pines', { kind: 'all' }],
  ['', { kind: 'all' }],
])('reads %o', (payload, change) => {
  expect(parseCatalogueMessage(payload)).toEqual(change);
});
