import { expect, it } from 'vitest';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { money } from '@/lib/money';
import type { Quote } from '@/lib/orders/quote';
import { quoteProblemMessage } from './line-problem';

const quote = { ok: false } as Quote;
const messages = getShopTexts('sv');

it('names the limit that the cart as a whole exceeds, in cart and checkout alike', () => {
  const total = { ...quote, totalLimit: money(9_999_999_99, 'SEK') };
  expect(quoteProblemMessage(total, 'sv', messages)).toMatch(/^En beställning kan kosta högst 9\s999\s999,99\skr /);
  expect(quoteProblemMessage({ ...quote, orderLimit: 200 }, 'sv', messages)).toContain('högst 200 varor');
  expect(quoteProblemMessage(quote, 'sv', messages)).toBe(messages.cart.blocked);
});
