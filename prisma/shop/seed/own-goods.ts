import { demoGoods } from './demo/demo-goods';
import type { CategorySeed } from './types';

/**
 * Your goods, which `npm run seed` adds to the shop's database. Write them here in the form of `demo/pantry.ts`, or leave
 * the list empty and add them in the back office (docs/make-it-yours.md).
 */
export const ownGoods: readonly CategorySeed[] = demoGoods;
