import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Variant } from '@/lib/catalogue/list-variants';
import { optionChoices } from '@/lib/catalogue/option-choices';
import type { Product } from '@/lib/catalogue/product';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { formatMoney, money } from '@/lib/money';
import { ProductCard } from './product-card';
import { ProductJsonLd } from './product-json-ld';
import { ProductOptions } from './product-options';

const variant = (value: string, price: number, more: Partial<Variant> = {}): Variant => ({
  ...{ slug: `shirt-${value}`, sku: null, name: `Shirt, ${value}`, image: '', price: money(price, 'SEK') },
  options: [{ name: 'Size', value }],
  availability: { state: 'in-stock' },
  ...more,
});
const small = variant('S', 125_00, { sku: 'SH-S' });
const large = variant('L', 150_00, { availability: { state: 'sold-out' } });

const product: Product = {
  ...{ ...small, name: 'Shirt', categorySlug: 'shirts', summary: 'A <b>shirt</b>', description: '', imageAlt: '' },
  ...{ vatRate: 25_00, stock: 5, family: 'f', variants: null },
};
const messages = getShopTexts('sv');

describe('structured data', () => {
  const read = (variants: readonly Variant[], shown: Product = product) => {
    const shared = { pictures: ['/products/a.svg'], baseUrl: 'https://shop.example', language: 'sv' } as const;
    const html = renderToStaticMarkup(<ProductJsonLd product={shown} variants={variants} {...shared} />);
    expect(html).not.toContain('<b>');
    return JSON.parse(html.replace(/<[^>]+>/g, ''));
  };

  it('is a group of all variants, each with its article number, price and address', () => {
    expect(read([small, large])).toMatchObject({
      '@type': 'ProductGroup',
      name: 'Shirt',
      productGroupID: 'f',
      variesBy: ['Size'],
      hasVariant: [
        {
          '@type': 'Product',
          name: 'Shirt, S',
          sku: 'SH-S',
          additionalProperty: [{ name: 'Size', value: 'S' }],
          offers: { price: '125.00', url: 'https://shop.example/sv/products/shirt-S', availability: /InStock/ },
        },
        { sku: 'shirt-L', offers: { price: '150.00', availability: /OutOfStock/ } },
      ].map(({ offers, ...rest }) => ({
        ...rest,
        offers: { ...offers, availability: expect.stringMatching(offers.availability) },
      })),
    });
  });

  it.each([
    ['without variants', [], { ...product, family: null, options: [] }, 'Shirt'],
    ['if one variant is on sale', [small], product, 'Shirt, S'],
  ] as const)('is one product %s', (_, variants, shown, name) => {
    expect(read(variants, shown)).toMatchObject({
      ...{ '@type': 'Product', name, sku: 'SH-S', image: ['https://shop.example/products/a.svg'] },
    });
  });
});

describe('the card of a product with variants', () => {
  const card = (variants: Product['variants']) =>
    renderToStaticMarkup(
      <ProductCard product={{ ...product, variants }} language="sv" messages={messages} eager={false} heading="h3" />,
    );
  const from = money(125_00, 'SEK');

  it('has the lowest price, the number of variants and their common availability', () => {
    const html = card({ count: 3, from, differs: true, availability: { state: 'sold-out' } });
    expect(html).toContain(`från ${formatMoney(from, 'sv')}`);
    expect(html).toContain('3 varianter');
    expect(html).toContain(messages.product.soldOut);
  });

  it('has one price if all cost the same', () => {
    expect(card({ count: 2, from, differs: false, availability: { state: 'in-stock' } })).not.toContain('från');
    expect(card(null)).not.toContain('varianter');
    expect(card({ count: 2, from, differs: false, availability: { state: 'in-stock' } })).toContain(
      formatMoney(from, 'sv'),
    );
  });
});

it('each option is a row of links that marks the chosen value and says which are sold out', () => {
  const options = optionChoices([small, large], small.slug);
  const html = renderToStaticMarkup(<ProductOptions options={options} language="sv" messages={messages} />);
  expect(
    html.match(
      /aria-current="true"[^>]*href="\/sv\/products\/shirt-S"|href="\/sv\/products\/shirt-S"[^>]*aria-current="true"/,
    ),
  ).not.toBeNull();
  expect(html).toContain('href="/sv/products/shirt-L"');
  expect(html.split('shirt-L')[1]).toContain(messages.product.soldOut);
  expect(html.match(/aria-current/g)).toHaveLength(1);
});
