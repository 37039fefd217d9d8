export type Availability = { state: 'in-stock' } | { state: 'few'; left: number } | { state: 'sold-out' };

/** The highest stock that buyers see as a number. */
export const FEW = 5;

/** The stock level as shown to buyers. Pages expire only when this changes. */
export function toAvailability(stock: number): Availability {
  if (stock <= 0) return { state: 'sold-out' };
  return stock <= FEW ? { state: 'few', left: stock } : { state: 'in-stock' };
}

export function isSameAvailability(before: Availability, after: Availability): boolean {
  if (before.state === 'few' && after.state === 'few') return before.left === after.left;
  return before.state === after.state;
}
