import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ProductImage } from './product-image';

const props = { alt: 'A mug', sizes: '7rem', className: 'size-24' };

it('shows a drawing that assistive technology skips for a product without a picture', () => {
  const html = renderToStaticMarkup(<ProductImage image="" {...props} />);
  expect(html).toContain('size-24');
  expect(html).toMatch(/<svg[^>]*aria-hidden="true"/);
  expect(html).not.toContain('<img');
});

it('wraps an eager image in a picture element, so that React does not preload it', () => {
  const image = '/products/birch-butter-knife.svg';
  expect(renderToStaticMarkup(<ProductImage image={image} {...props} />)).toMatch(/^<picture[^>]*><img.*<\/picture>$/);
  expect(renderToStaticMarkup(<ProductImage image={image} {...props} loading="lazy" />)).toMatch(/^<img/);
});
