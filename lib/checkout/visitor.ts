import { config } from '../config';
import { newKey } from '../ids';
import { isSignature, sign } from '../server-secret';

export const VISITOR_SECONDS = 365 * 86_400;

const ID = /^[\w-]{22}$/;

/**
 * The cookie that names this browser, so that it finds its own orders again. Under https its name forbids other hosts of
 * the same domain, and pages without TLS, to set it: a stranger's id would put the buyer's orders on the stranger's page.
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

/** The visitor's id; null for a cookie that is missing or was not made by this server. */
export function readVisitor(cookie: string | undefined): string | null {
  const [id = '', signature = '', ...more] = cookie?.split('.', 3) ?? [];
  return more.length === 0 && ID.test(id) && isSignature(signature, sign('visitor', id)) ? id : null;
}
