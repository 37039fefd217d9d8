import { config } from '../config';
import type { Session } from './session';

/**
 * A visitor of a demonstration (DEMO=on), without a password, who may see and change the orders of the own browser. It is no
 * `Session`: only a function that names `AnySession` accepts it, and filters its orders by `ownOrders`. Only `visitorSession` creates
 * one.
 */
export type VisitorSession = { readonly actor: string; readonly visitorId: string };

export type AnySession = Session | VisitorSession;

/** Equals no visitor's id, so a browser that has not ordered yet owns no order. */
const NOBODY = '';

/** The session of a browser, by the verified id in its cookie. Null unless this is a demonstration. */
export function visitorSession(visitorId: string | null): VisitorSession | null {
  if (!config().isDemo) return null;
  return { actor: 'Visitor', visitorId: visitorId ?? NOBODY };
}

export function isVisitor(session: AnySession): session is VisitorSession {
  return 'visitorId' in session;
}

/** The condition for the orders that a session may see: all for a person, the own ones for a visitor. */
export function ownOrders(session: AnySession): { visitorId?: string } {
  return isVisitor(session) ? { visitorId: session.visitorId } : {};
}
