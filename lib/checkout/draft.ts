import { z } from 'zod';
import { customerFields } from './checkout-form';
import type { CheckoutProblem } from './problems';

/** For browsers without JavaScript: the cookie with which a rejected form is filled in again. */
export const DRAFT_COOKIE = 'checkout_draft';

export const DRAFT_SECONDS = 600;

const MAX_COOKIE = 3800;

const draft = z.object({
  values: z.record(z.string(), z.string()),
  problems: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      message: z.string(),
      slug: z.string().optional(),
      available: z.number().optional(),
    }),
  ),
});

export type CheckoutDraft = { readonly values: Record<string, string>; readonly problems: readonly CheckoutProblem[] };

/**
 * Encodes a form's values and problems. Values are cut to 200 characters. If the cookie would be too large for a
 * browser, drops the problems after the fifth, then the values, then everything.
 */
export function writeCheckoutDraft(form: URLSearchParams, problems: readonly CheckoutProblem[]): string {
  const names = [...customerFields, 'delivery', 'paymentMethod'].filter((name) => form.has(name));
  const short = Object.fromEntries(names.map((name) => [name, (form.get(name) ?? '').slice(0, 200)]));
  const encode = (kept: Record<string, string>, some: readonly CheckoutProblem[]) =>
    JSON.stringify({ values: kept, problems: some });
  const attempts = [encode(short, problems), encode(short, problems.slice(0, 5)), encode({}, problems.slice(0, 5))];
  return attempts.find((text) => encodeURIComponent(text).length <= MAX_COOKIE) ?? encode({}, []);
}

/** Null for a missing or invalid draft. */
export function readCheckoutDraft(cookie: string | undefined): CheckoutDraft | null {
  if (!cookie) return null;
  try {
    const parsed = draft.safeParse(JSON.parse(cookie));
    // The shop wrote these codes; whoever forges the cookie changes only their own page.
    return parsed.success ? (parsed.data as CheckoutDraft) : null;
  } catch {
    return null;
  }
}
