import type { ProductCard as Card } from '@/lib/catalogue/product';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { ProductCard } from './product-card';

interface Props {
  products: readonly Card[];
  language: Language;
  messages: ShopTexts;
  heading?: 'h2' | 'h3';
  /** The number of cards visible without scrolling. */
  eager?: number;
  columns?: string;
}

const standard = 'grid-cols-2 sm:grid-cols-3 lg:grid-cols-4';

export function ProductGrid({ products, language, messages, heading = 'h3', eager = 0, columns = standard }: Props) {
  return (
    <ul className={`grid gap-x-4 gap-y-8 sm:gap-x-6 lg:gap-y-10 ${columns}`}>
      {products.map((product, index) => (
        <li key={product.slug}>
          <ProductCard
            product={product}
            language={language}
            messages={messages}
            heading={heading}
            eager={index < eager}
          />
        </li>
      ))}
    </ul>
  );
}
