import { expect, it } from 'vitest';
import { toSafeBackUrl } from './safe-back-url';

it.each(['http://shop.test/orders/1', 'https://shop.test/?a=b'])('accepts %s', (url) =>
  expect(toSafeBackUrl(url)).toBe(url),
);

it.each([undefined, null, '', 'javascript:alert(1)', '//evil.test', 'evil', 'intent://x', 'data:text/html,x'])(
  'drops %s',
  (url) => expect(toSafeBackUrl(url)).toBeUndefined(),
);
