import { sellsAsDemo } from '@/lib/demo-merchant';
import { demoGoods } from './demo/demo-goods';
import { ownGoods } from './own-goods';
import type { CategorySeed } from './types';

/** The goods that this process seeds. */
export const catalogue: readonly CategorySeed[] = sellsAsDemo ? demoGoods : ownGoods;
