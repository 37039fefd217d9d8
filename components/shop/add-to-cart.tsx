import { buttonClass } from '@/components/ui/button-class';
import type { Product } from '@/lib/catalogue/product';
import { config } from '@/lib/config';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { CartForm } from './cart-form';

interface Props {
  product: Product;
  language: Language;
  messages: ShopTexts;
}

export function AddToCart({ product, language, messages }: Props) {
  if (product.availability.state === 'sold-out') return <p className="text-muted">{messages.product.soldOutHint}</p>;
  return (
    <div className="space-y-3">
      <CartForm
        action="add"
        slug={product.slug}
        language={language}
        failed={messages.cart.failed}
        cartLink={{ href: localPath(language, '/cart'), label: messages.cart.view }}
      >
        <input type="hidden" name="shownPrice" value={product.price.amount} />
        <div className="flex flex-wrap items-end gap-3">
          <label className="text-sm">
            {messages.product.quantity}
            <input
              type="number"
              name="quantity"
              inputMode="numeric"
              defaultValue={1}
              min={1}
              max={Math.min(product.stock, config().orderLimits.lineQuantity)}
              required
              className="mt-1 block h-12 w-20 rounded-field border border-control bg-surface px-3 text-base tabular-nums"
            />
          </label>
          <button type="submit" className={buttonClass('primary', 'grow sm:grow-0 sm:px-10')}>
            {messages.product.add}
          </button>
        </div>
      </CartForm>
    </div>
  );
}
