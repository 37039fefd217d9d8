'use client';

import { useCheckout } from './checkout-form';

/** Shows a line's problem, from the page or from the shop's latest answer. */
export function CheckoutLineProblem({ index, slug, problem }: { index: number; slug: string; problem: string | null }) {
  const { problems } = useCheckout();
  const reported = problems.find((other) => other.slug === slug || other.field.startsWith(`items.${index}.`));
  const message = problem ?? reported?.message;
  return message ? (
    <p role="alert" className="mt-0.5 text-sm font-medium text-falu">
      {message}
    </p>
  ) : null;
}
