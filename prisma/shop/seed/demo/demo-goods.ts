import { merchant } from '@/lib/merchant';
import type { CategorySeed } from '../types';
import { booksMaps } from './books-maps';
import { kitchenTable } from './kitchen-table';
import { linocuts } from './linocuts';
import { pantry } from './pantry';
import { woolLinen } from './wool-linen';

const categories: readonly CategorySeed[] = [kitchenTable, woolLinen, pantry, booksMaps, linocuts];

/**
 * The demonstration's goods, in the order in which the shop shows them. The project's tests sell them: do not edit them.
 * A VAT rate that the merchant does not have becomes the merchant's general rate, so that every merchant can try them.
 */
export const demoGoods: readonly CategorySeed[] = categories.map((category) => ({
  ...category,
  vatRate: merchant.vatRates.includes(category.vatRate) ? category.vatRate : merchant.vatRates[0],
}));
