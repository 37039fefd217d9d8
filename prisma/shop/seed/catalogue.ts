import { booksMaps } from './books-maps';
import { kitchenTable } from './kitchen-table';
import { linocuts } from './linocuts';
import { pantry } from './pantry';
import type { CategorySeed } from './types';
import { woolLinen } from './wool-linen';

/** Tallbacka's catalogue, in the order in which the shop shows it. */
export const catalogue: readonly CategorySeed[] = [kitchenTable, woolLinen, pantry, booksMaps, linocuts];
