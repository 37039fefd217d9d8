import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { ProductGallery } from './product-gallery';

it('links each picture by its anchor, and marks none before a script knows which is shown', () => {
  const pictures = ['/products/a.svg', '/products/b.svg'];
  const html = renderToStaticMarkup(
    <ProductGallery pictures={pictures} name="Mug" imageAlt="A mug" messages={getShopTexts('en')} />,
  );
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(anchors).toHaveLength(2);
  for (const id of anchors) expect(html).toContain(`id="${id}"`);
  expect(html).not.toContain('aria-current');
});
