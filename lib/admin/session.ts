import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { now, secondsAfter } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { newKey } from '../ids';
import type { Merchant } from '../orders/order-events';
import { type Credential, findCredential, type Role } from '../people/credentials';
import { isSignature, serverSecret } from '../server-secret';

declare const verified: unique symbol;

/**
 * The session of a signed-in back-office user. The back office's use cases require one. Only `startSession` and
 * `verifySession` create sessions, so the type proves that the user is signed in.
 */
export type Session = {
  readonly id: string;
  /** The person's name, shown in the history. */
  readonly actor: string;
  readonly role: Role;
  readonly expiresAt: Date;
  readonly [verified]: true;
};

/** The owner's session. The use cases that manage people require one, because only the owner may do that. */
export type OwnerSession = Session & { readonly role: 'owner' };

export function isOwner(session: Session): session is OwnerSession {
  return session.role === 'owner';
}

export const SESSION_COOKIE = 'admin-session';
export const SESSION_SECONDS = 12 * 3600;

const MAX_COOKIE_LENGTH = 1_000;
const payloadSchema = z.object({
  id: z.string().min(1).max(100),
  actor: z.string().min(1).max(200),
  expiresAt: z.number(),
});

type Proof = Pick<Credential, 'role' | 'secret'>;

const initialOwnerProof = (): Proof => ({ role: 'owner', secret: config().admin.password ?? '' });

/**
 * Creates a session and its cookie: readable content plus a signature. The default is an owner's session, proven by
 * ADMIN_PASSWORD.
 */
export function startSession(
  actor: string,
  { role, secret }: Proof = initialOwnerProof(),
): { session: Session; cookie: string } {
  const expiresAt = secondsAfter(now(), SESSION_SECONDS);
  const id = newKey();
  const payload = Buffer.from(JSON.stringify({ id, actor, expiresAt: expiresAt.getTime() })).toString('base64url');
  const cookie = `${payload}.${sign(payload, secret).toString('base64url')}`;
  return { session: asVerified({ id, actor, role, expiresAt }), cookie };
}

/**
 * Null if the cookie is missing, invalid or expired, if the user signed out, if the person was removed, or if the
 * person's password was changed. The database is read each time, so a change applies immediately in every process.
 */
export async function verifySession(cookie: string | undefined): Promise<Session | null> {
  if (cookie === undefined || cookie.length > MAX_COOKIE_LENGTH) return null;
  const [payload = '', signature = '', ...more] = cookie.split('.');
  const content = more.length > 0 ? null : parsePayload(payload);
  if (!content) return null;
  const { id, actor, expiresAt } = content;
  const [credential, ended] = await Promise.all([
    findCredential(actor),
    db().read.endedSession.findUnique({ where: { id } }),
  ]);
  // Before this check, the content may be forged.
  if (!credential || !isSignature(signature, sign(payload, credential.secret))) return null;
  if (ended || expiresAt <= now().getTime()) return null;
  return asVerified({ id, actor, role: credential.role, expiresAt: new Date(expiresAt) });
}

function parsePayload(payload: string): z.infer<typeof payloadSchema> | null {
  try {
    return payloadSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data ?? null;
  } catch {
    // Not JSON, so the shop did not create it.
    return null;
  }
}

/** Signs out: the cookie and all its copies become invalid. */
export async function endSession({ id, expiresAt }: Session): Promise<void> {
  await db().write(async (tx) => {
    await tx.endedSession.upsert({ where: { id }, create: { id, expiresAt }, update: {} });
    await tx.endedSession.deleteMany({ where: { expiresAt: { lt: now() } } });
  }, `session ${id}`);
}

/** The key includes the person's secret, so a new password ends all earlier sessions. */
function sign(payload: string, secret: string): Buffer {
  const key = createHmac('sha256', serverSecret()).update(secret).digest();
  return createHmac('sha256', key).update(payload).digest();
}

function asVerified(session: Omit<Session, typeof verified>): Session {
  // The brand exists only for the compiler. No other code adds it.
  return session as Session;
}

export function actorOf({ actor }: Pick<Session, 'actor'>): Merchant {
  return { source: 'merchant', name: actor };
}
