import { expect, it } from 'vitest';
import { LARGEST_AMOUNT } from '../input-limits';
import { money } from '../money';
import { sellAs } from '../testing/sell-as';
import { deliveryPrice, highestPrice } from './delivery';

it('leaves room for the most expensive delivery below SEQR’s largest amount', () => {
  const restore = sellAs({ deliveryPrices: { standard: 49_00, express: 99_00 } });
  const prices = [deliveryPrice('standard'), deliveryPrice('express'), highestPrice()];
  restore();
  expect(prices).toEqual([money(49_00, 'SEK'), money(99_00, 'SEK'), money(LARGEST_AMOUNT - 99_00, 'SEK')]);
});
