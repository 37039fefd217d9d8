import { type Cart, emptyCart } from '../cart/cart-cookie';
import { changeCart } from '../cart/change-cart';
import { listShelves } from '../catalogue/list-shelves';
import { writeCheckoutDraft } from '../checkout/draft';
import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { newKey } from '../ids';

const PRODUCTS_PER_CATEGORY = 6;

/** Returns the cart and the filled-in checkout form with which a tour begins. */
export async function startTour(cart: Cart, language: Language): Promise<{ cart: Cart; draft: string }> {
  return { cart: cart.lines.length > 0 ? cart : await withCheapestProduct(language), draft: fillForm(language) };
}

async function withCheapestProduct(language: Language): Promise<Cart> {
  const shelves = await listShelves(language, PRODUCTS_PER_CATEGORY);
  const [product] = shelves.flatMap(({ inStock }) => inStock).toSorted((a, b) => a.price.amount - b.price.amount);
  if (!product) return emptyCart();
  const outcome = await changeCart(emptyCart(), { action: 'add', slug: product.slug, quantity: '1' }, language);
  return outcome.ok ? outcome.cart : emptyCart();
}

/** Each visitor gets their own mail address, because the shop limits unpaid orders per mailbox. */
function fillForm(language: Language): string {
  const { buyer } = getShopTexts(language).demo.tours;
  const email = `visitor-${newKey().slice(0, 8).toLowerCase()}@example.com`;
  const form = new URLSearchParams({ name: buyer, email, address: 'Backvägen 3', postalCode: '791 71', city: 'Falun' });
  form.set('country', 'SE');
  form.set('paymentMethod', 'seqr');
  return writeCheckoutDraft(form, []);
}
