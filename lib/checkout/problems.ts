/** One thing that the buyer can mend, at the field it concerns (`customer.email`, `items.0.quantity`). */
export type CheckoutProblem = {
  readonly field: string;
  readonly code: string;
  /** In the buyer's language: what is wrong and what to do. */
  readonly message: string;
  readonly slug?: string;
  readonly available?: number;
};
