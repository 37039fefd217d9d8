import { config } from '../config';
import type { Session } from './session';

/**
 * A visitor of a demonstration (DEMO=on), who needs no password and may see and change only the orders placed in their
 * own browser. It is not a `Session`: only functions that take an `AnySession` accept it, and they filter orders with
 * `ownOrders`. Only `visitorSession` creates one.
 */
export type VisitorSession = { readonly actor: string; readonly visitorId: string };

export type AnySession = Session | VisitorSession;

/** No visitor has this id, so a browser that has not ordered yet owns no order. */
const NOBODY = '';

/** The session of a browser, by the verified id in its cookie. Null unless this is a demonstration. */
export function visitorSession(visitorId: string | null): VisitorSession | null {
  if (!config().isDemo) return null;
  return { actor: 'Visitor', visitorId: visitorId ?? NOBODY };
}

export function isVisitor(session: AnySession): session is VisitorSession {
  return 'visitorId' in session;
}

/** The condition for the orders that a session may see: all orders for staff, a visitor's own orders for a visitor. */
export function ownOrders(session: AnySession): { visitorId?: string } {
  return isVisitor(session) ? { visitorId: session.visitorId } : {};
}
