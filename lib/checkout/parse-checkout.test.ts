import { describe, expect, it } from 'vitest';
import { sellAs } from '../testing/sell-as';
import { checkoutHash, parseCheckout } from './parse-checkout';

const good = {
  items: [{ slug: 'mug', quantity: 2 }],
  customer: {
    name: 'Åsa Öberg',
    email: 'asa@example.com',
    address: 'Tallvägen 1',
    postalCode: '123 45',
    city: 'Luleå',
    country: 'SE',
  },
  paymentMethod: 'seqr',
  checkoutKey: '7f8d7f3e-7f1c-4c33-9a35-1f8a0d3c3c11',
};

const problemsOf = (body: unknown) => {
  const result = parseCheckout(body);
  return result.ok ? [] : result.problems.map(({ field, code }) => `${field} ${code}`);
};
const withCustomer = (fields: object) => ({ ...good, customer: { ...good.customer, ...fields } });
const withQuantity = (quantity: unknown) => ({ ...good, items: [{ slug: 'mug', quantity }] });

describe('parseCheckout', () => {
  it('accepts an order, with standard delivery and English by default', () => {
    const result = parseCheckout(good);
    expect(result.ok && result.checkout).toMatchObject({ delivery: 'standard', language: 'en', items: good.items });
  });

  it('ignores a submitted price and other unknown fields', () => {
    const result = parseCheckout({ ...good, total: 1, items: [{ slug: 'mug', quantity: 2, price: 1 }] });
    expect(result.ok && result.checkout).toEqual(
      parseCheckout(good).ok && { ...good, delivery: 'standard', language: 'en' },
    );
  });

  it('merges repeated products into one line', () => {
    const items = [
      { slug: 'mug', quantity: 2 },
      { slug: 'mug', quantity: 3 },
    ];
    const result = parseCheckout({ ...good, items });
    expect(result.ok && result.checkout.items).toEqual([{ slug: 'mug', quantity: 5 }]);
  });

  it.each([
    ['no body', null, [' bad-value']],
    ['a list', [], [' bad-value']],
    ['no items', { ...good, items: [] }, ['items empty-cart']],
    ['quantity 0', withQuantity(0), ['items.0.quantity bad-quantity']],
    ['quantity -1', withQuantity(-1), ['items.0.quantity bad-quantity']],
    ['quantity 1.5', withQuantity(1.5), ['items.0.quantity bad-quantity']],
    ['quantity 1e9', withQuantity(1e9), ['items.0.quantity bad-quantity']],
    ['quantity "1e3"', withQuantity('1e3'), ['items.0.quantity bad-quantity']],
    ['quantity NaN, which JSON makes null', withQuantity(null), ['items.0.quantity bad-quantity']],
    [
      '51 lines',
      { ...good, items: Array.from({ length: 51 }, (_, i) => ({ slug: `p${i}`, quantity: 1 })) },
      ['items too-many-lines'],
    ],
    ['an e-mail without a domain', withCustomer({ email: 'asa@' }), ['customer.email bad-email']],
    [
      'an e-mail with a line break',
      withCustomer({ email: 'a@b.se\r\nBcc: c@d.se' }),
      ['customer.email bad-characters', 'customer.email bad-email'],
    ],
    ['a name of 10 000 characters', withCustomer({ name: 'x'.repeat(10_000) }), ['customer.name too-long']],
    ['a name of spaces', withCustomer({ name: '   ' }), ['customer.name required']],
    ['a control character', withCustomer({ name: 'A\u0000B' }), ['customer.name bad-characters']],
    ['a line separator in a name', withCustomer({ name: 'A\u2028B' }), ['customer.name bad-characters']],
    ['a web address in a name', withCustomer({ name: 'Win at https://x.se' }), ['customer.name no-links']],
    ['www. in a name', withCustomer({ name: 'WWW.win.example' }), ['customer.name no-links']],
    ['a link in the street', withCustomer({ address: 'http://x.se 1' }), ['customer.address no-links']],
    ['a link in the city', withCustomer({ city: 'www.x.se' }), ['customer.city no-links']],
    ['half a surrogate pair', withCustomer({ name: 'A\ud800' }), ['customer.name bad-characters']],
    [
      'a postal code of another country',
      withCustomer({ postalCode: '1234' }),
      ['customer.postalCode bad-postal-code-SE'],
    ],
    ['a Swedish code for Denmark', withCustomer({ country: 'DK' }), ['customer.postalCode bad-postal-code-DK']],
    ['a mailbox with two dots in a row', withCustomer({ email: 'a..b@c.se' }), ['customer.email email-dots']],
    ['a mailbox that begins with a dot', withCustomer({ email: '.a@c.se' }), ['customer.email email-dots']],
    ['a mailbox that ends with a dot', withCustomer({ email: 'a.@c.se' }), ['customer.email email-dots']],
    ['a mailbox with å', withCustomer({ email: 'åsa@example.com' }), ['customer.email email-letters']],
    ['a country that we do not deliver to', withCustomer({ country: 'US' }), ['customer.country bad-country']],
    ['an unknown payment method', { ...good, paymentMethod: 'card' }, ['paymentMethod bad-payment-method']],
    ['the nil UUID', { ...good, checkoutKey: '00000000-0000-0000-0000-000000000000' }, ['checkoutKey bad-key']],
    ['the max UUID', { ...good, checkoutKey: 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF' }, ['checkoutKey bad-key']],
    ['a key that is not a UUID', { ...good, checkoutKey: 'x' }, ['checkoutKey bad-key']],
    ['a total that is not a whole number', { ...good, shownTotal: 1.5 }, ['shownTotal bad-value']],
    ['no customer', { ...good, customer: undefined }, ['customer required']],
  ])('refuses %s', (_, body, expected) => expect(problemsOf(body)).toEqual(expected));

  it('accepts the countries that the merchant delivers to, and no other', () => {
    const restore = sellAs({ deliveryCountries: ['FI', 'EE'] });
    const codes = [
      withCustomer({ country: 'EE', postalCode: 'EE-10111' }),
      withCustomer({ country: 'EE', postalCode: '101' }),
      withCustomer({ country: 'SE' }),
    ].map(problemsOf);
    restore();
    expect(codes).toEqual([[], ['customer.postalCode bad-postal-code-EE'], ['customer.country bad-country']]);
  });

  it.each(['Zoë 🦊', 'עדה', 'a\u0301\u0301\u0301', '<script>alert(1)</script>', ']]>'])('keeps the name %s', (name) => {
    const result = parseCheckout(withCustomer({ name }));
    expect(result.ok && result.checkout.customer.name).toBe(name);
  });

  it('accepts pasted invisible characters, no-break spaces and a country code before the postal code', () => {
    const typed = { name: '\u200eÅsa\u00a0Öberg\u200b', email: '\ufeffasa@example.com ', postalCode: 'SE-791\u00a030' };
    const result = parseCheckout(withCustomer(typed));
    expect(result.ok && result.checkout.customer).toMatchObject({
      name: 'Åsa Öberg',
      email: 'asa@example.com',
      postalCode: '791 30',
    });
  });

  it('reports at most twenty problems, or one for too many lines', () => {
    const lines = (length: number) => ({ ...good, items: Array.from({ length }, () => ({})) });
    expect(problemsOf(lines(50))).toHaveLength(20);
    expect(problemsOf(lines(20_000))).toEqual(['items too-many-lines']);
  });

  it('describes problems in the buyer’s language', () => {
    const result = parseCheckout({ ...withCustomer({ email: 'x' }), language: 'sv' });
    expect(!result.ok && result.problems[0]?.message).toMatch(/E-postadress/);
  });
});

describe('checkoutHash', () => {
  const hash = (body: object) => {
    const result = parseCheckout(body);
    return result.ok ? checkoutHash(result.checkout) : null;
  };

  it('is equal for equal requests and differs by address, delivery or quantity', () => {
    expect(hash({ ...good, shownTotal: 5 })).toBe(hash(good));
    expect(hash(withCustomer({ address: 'Granvägen 2' }))).not.toBe(hash(good));
    expect(hash({ ...good, delivery: 'express' })).not.toBe(hash(good));
    expect(hash(withQuantity(3))).not.toBe(hash(good));
  });
});

it('ignores the letter case of the key, so that it cannot cause a second order', () => {
  const result = parseCheckout({ ...good, checkoutKey: good.checkoutKey.toUpperCase() });
  expect(result.ok && result.checkout.checkoutKey).toBe(good.checkoutKey);
});
