import { z } from 'zod';
import type { CheckoutProblem } from './problems';

/** The cookie that carries a refused form back to its page for a browser without JavaScript. */
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

/** Values are cut to what a form field may hold, and dropped where a browser would refuse the cookie for its size. */
export function writeCheckoutDraft({ values, problems }: CheckoutDraft): string {
  const short = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.slice(0, 200)]));
  const encode = (kept: Record<string, string>, some: readonly CheckoutProblem[]) =>
    JSON.stringify({ values: kept, problems: some });
  const attempts = [encode(short, problems), encode(short, problems.slice(0, 5)), encode({}, problems.slice(0, 5))];
  return attempts.find((text) => encodeURIComponent(text).length <= MAX_COOKIE) ?? encode({}, []);
}

/** Null for anything that is not a draft of ours. */
export function readCheckoutDraft(cookie: string | undefined): CheckoutDraft | null {
  if (!cookie) return null;
  try {
    const parsed = draft.safeParse(JSON.parse(cookie));
    return parsed.success ? (parsed.data as CheckoutDraft) : null;
  } catch {
    return null;
  }
}
