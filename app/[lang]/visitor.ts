import { cookies } from 'next/headers';
import { readVisitor, visitorCookieName } from '@/lib/checkout/visitor';

/** The id of the browser's visitor. Null before its first order. */
export async function currentVisitor(): Promise<string | null> {
  return readVisitor((await cookies()).get(visitorCookieName())?.value);
}
