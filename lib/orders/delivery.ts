import { type Money, money } from '../money';

export const deliveries = ['standard', 'express'] as const;
export type Delivery = (typeof deliveries)[number];

/** Gross prices; a merchant changes them here. */
const prices: Record<Delivery, number> = { standard: 49_00, express: 99_00 };

export function deliveryPrice(delivery: Delivery): Money {
  return money(prices[delivery], 'SEK');
}
