import { expect, it } from 'vitest';
import { orderSearchText } from './search-text';

const order = {
  ...{ number: 'T-10001', bankReference: '100016', name: 'Åsa Öström', email: 'Asa@Example.com' },
  ...{ postalCode: '791 71', city: 'Falun', paymentMethod: 'invoice' as const },
  lines: [
    { slug: 'oak-bowl', sku: 'UF-120', name: 'Ekskål' },
    { slug: 'jam', sku: null, name: 'Sylt' },
    { slug: null, sku: null, name: 'Hemleverans' },
  ],
};
const words = (change: Partial<typeof order> = {}) => orderSearchText({ ...order, ...change });

it('contains what a merchant may search for, in lower case and without accents', () => {
  for (const word of ['t-10001', '100016', 'asa ostrom', 'asa@example.com', '791 71', '79171', 'falun'])
    expect(words()).toContain(word);
  for (const word of ['ekskal', 'oak-bowl', 'uf-120', 'sylt', 'jam', 'invoice', 'bank transfer'])
    expect(words()).toContain(word);
});

it('contains no duplicates, no delivery line and no text for missing fields', () => {
  expect(words()).not.toContain('hemleverans');
  expect(words({ lines: [...order.lines, ...order.lines] })).toBe(words());
  expect(orderSearchText({ ...order, bankReference: null })).not.toMatch(/null| {2}/);
});
