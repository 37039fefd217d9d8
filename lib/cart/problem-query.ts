import type { CartProblem } from './change-cart';

/** Encodes the problem as a query for the cart page, for browsers without JavaScript. */
export function toProblemQuery(problem: CartProblem): string {
  const query = new URLSearchParams({ problem: problem.code, at: problem.slug });
  if ('available' in problem) query.set('available', String(problem.available));
  return `?${query}`;
}

/** Reads the problem from the cart page's query. Null for any other query. */
export function readProblemQuery(query: Record<string, string | string[] | undefined>): CartProblem | null {
  const { problem: code, at: slug, available } = query;
  if (typeof slug !== 'string' || slug.length > 100) return null;
  switch (code) {
    case 'too-many':
    case 'line-limit':
    case 'order-limit':
      return typeof available === 'string' && /^[1-9]\d{0,3}$/.test(available)
        ? { code, slug, available: Number(available) }
        : null;
    case 'unknown':
    case 'bad-quantity':
    case 'sold-out':
    case 'full':
      return { code, slug };
    default:
      return null;
  }
}
