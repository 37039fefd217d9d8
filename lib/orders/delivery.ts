import { LARGEST_AMOUNT } from '../input-limits';
import { merchant } from '../merchant';
import { type Money, money } from '../money';

export const deliveries = ['standard', 'express'] as const;
export type Delivery = (typeof deliveries)[number];

/** Including VAT. */
export function deliveryPrice(delivery: Delivery): Money {
  return money(merchant.deliveryPrices[delivery], merchant.currency);
}

/** The highest product price at which one unit plus delivery stays within SEQR's largest amount. */
export function highestPrice(): Money {
  return money(LARGEST_AMOUNT - Math.max(...Object.values(merchant.deliveryPrices)), merchant.currency);
}
