import { config } from '../config';
import { newKey } from '../ids';
import { isSignature, sign } from '../server-secret';

export const VISITOR_SECONDS = 365 * 86_400;

const ID = /^[\w-]{22}$/;

/**
 * The name of the cookie that links a browser to its orders. Over https, its `__Host-` prefix prevents other hosts of
 * the domain and plain-http pages from setting it; otherwise an attacker could plant an id and see the buyer's orders.
 */
export function visitorCookieName(): string {
  return config().secureCookies ? '__Host-visitor' : 'visitor';
}

export function newVisitor(): string {
  return newKey();
}

export function writeVisitor(id: string): string {
  return `${id}.${sign('visitor', id).toString('base64url')}`;
}

/** The visitor's id. Null if the cookie is missing or not signed by this server. */
export function readVisitor(cookie: string | undefined): string | null {
  const [id = '', signature = '', ...more] = cookie?.split('.', 3) ?? [];
  return more.length === 0 && ID.test(id) && isSignature(signature, sign('visitor', id)) ? id : null;
}
