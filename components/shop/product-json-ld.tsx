import type { Variant } from '@/lib/catalogue/list-variants';
import { nameWithOptions } from '@/lib/catalogue/options';
import type { Product } from '@/lib/catalogue/product';
import { toJsonLd } from '@/lib/http/json-ld';
import { type Language, localPath } from '@/lib/i18n/languages';
import { toJpeg } from '@/lib/media-path';
import { merchant } from '@/lib/merchant';
import { toDecimal } from '@/lib/money';
import { withoutSoftHyphens } from '@/lib/typed-text';

interface Props {
  product: Product;
  /** The product's pictures in the order in which the shop shows them. */
  pictures: readonly string[];
  /** All variants of its family that are for sale; empty if it has none. */
  variants: readonly Variant[];
  baseUrl: string;
  language: Language;
}

/** Structured data about a product, or about the group of a product's variants, for search engines. */
export function ProductJsonLd({ product, pictures, variants, baseUrl, language }: Props) {
  const description = withoutSoftHyphens(product.summary);
  const describe = (variant: Variant) => describeVariant(variant, baseUrl, language);
  const { family, name, options } = product;
  const image = pictures.map((picture) => addressOf(picture, baseUrl));
  const content =
    family === null || variants.length < 2
      ? { ...describe({ ...product, name: nameWithOptions(name, options) }), image, description }
      : {
          '@type': 'ProductGroup',
          name: withoutSoftHyphens(name),
          description,
          image,
          productGroupID: family,
          variesBy: options.map((option) => option.name),
          hasVariant: variants.map(describe),
        };
  const json = toJsonLd({ '@context': 'https://schema.org', ...content });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: toJsonLd lets no markup through, as its test checks.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function describeVariant(
  { slug, sku, name, image, options, price, availability }: Variant,
  baseUrl: string,
  language: Language,
) {
  const soldOut = availability.state === 'sold-out';
  const properties = options.map((option) => ({ '@type': 'PropertyValue', name: option.name, value: option.value }));
  return {
    '@type': 'Product',
    name: withoutSoftHyphens(name),
    ...(image === '' ? {} : { image: addressOf(image, baseUrl) }),
    sku: sku ?? slug,
    ...(properties.length === 0 ? {} : { additionalProperty: properties }),
    offers: {
      '@type': 'Offer',
      url: `${baseUrl}${localPath(language, `/products/${slug}`)}`,
      price: toDecimal(price),
      priceCurrency: price.currency,
      availability: `https://schema.org/${soldOut ? 'OutOfStock' : 'InStock'}`,
      seller: { '@type': 'Organization', name: merchant.name },
    },
  };
}

function addressOf(picture: string, baseUrl: string): string {
  return baseUrl + (toJpeg(picture)?.path ?? picture);
}
