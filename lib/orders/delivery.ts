import { merchant } from '../merchant';
import { type Money, money } from '../money';

export const deliveries = ['standard', 'express'] as const;
export type Delivery = (typeof deliveries)[number];

/** VAT included. */
export function deliveryPrice(delivery: Delivery): Money {
  return money(merchant.deliveryPrices[delivery], merchant.currency);
}
