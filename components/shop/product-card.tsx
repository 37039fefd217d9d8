import Link from 'next/link';
import { formatListPrice } from '@/lib/catalogue/format-list-price';
import type { ProductCard as Card } from '@/lib/catalogue/product';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { ProductImage } from './product-image';

interface Props {
  product: Card;
  language: Language;
  messages: ShopTexts;
  /** Whether the picture is visible without scrolling. */
  eager: boolean;
  heading: 'h2' | 'h3';
}

export function ProductCard({ product, language, messages, eager, heading: Heading }: Props) {
  const { variants } = product;
  const availability = variants?.availability ?? product.availability;
  const m = messages.product;
  return (
    <Link href={localPath(language, `/products/${product.slug}`)} className="group block rounded-tile">
      <span className="card-frame">
        <ProductImage
          image={product.image}
          alt={product.imageAlt}
          sizes="(min-width: 64rem) 18rem, (min-width: 40rem) 33vw, 50vw"
          width={400}
          height={400}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          className="card-image"
        />
        {availability.state !== 'in-stock' && (
          <span
            className={`absolute top-2.5 left-2.5 rounded-full bg-surface px-2.5 py-1 text-xs font-semibold ${availability.state === 'few' ? 'text-straw' : 'text-falu'}`}
          >
            {availability.state === 'few' ? m.few(availability.left) : m.soldOut}
          </span>
        )}
      </span>
      <Heading className="card-name">{product.name}</Heading>
      <span className="card-price">{formatListPrice(product, language, m.from)}</span>
      {variants && <span className="block text-sm text-muted">{m.variants(variants.count)}</span>}
    </Link>
  );
}
