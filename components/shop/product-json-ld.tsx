import type { Product } from '@/lib/catalogue/product';
import { toJsonLd } from '@/lib/http/json-ld';
import { toJpeg } from '@/lib/media-path';
import { merchant } from '@/lib/merchant';
import { toDecimal } from '@/lib/money';
import { withoutSoftHyphens } from '@/lib/typed-text';

interface Props {
  product: Product;
  pictures: readonly string[];
  baseUrl: string;
  path: string;
}

/** Structured data about a product, for search engines. */
export function ProductJsonLd({ product, pictures, baseUrl, path }: Props) {
  const soldOut = product.availability.state === 'sold-out';
  const json = toJsonLd({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: withoutSoftHyphens(product.name),
    description: withoutSoftHyphens(product.summary),
    image: pictures.map((picture) => baseUrl + (toJpeg(picture)?.path ?? picture)),
    sku: product.slug,
    offers: {
      '@type': 'Offer',
      url: `${baseUrl}${path}`,
      price: toDecimal(product.price),
      priceCurrency: product.price.currency,
      availability: `https://schema.org/${soldOut ? 'OutOfStock' : 'InStock'}`,
      seller: { '@type': 'Organization', name: merchant.name },
    },
  });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: toJsonLd lets no markup through, as its test checks.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
