import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { now, secondsAfter } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { newKey } from '../ids';
import { isSignature, serverSecret } from '../server-secret';

declare const verified: unique symbol;

/**
 * The session of a signed-in back-office user. The back office's use cases require one. Only `startSession` and
 * `verifySession` create sessions, so the type proves that the user is signed in.
 */
export type Session = {
  readonly id: string;
  /** The name shown in the history. */
  readonly actor: string;
  readonly expiresAt: Date;
  readonly [verified]: true;
};

export const SESSION_COOKIE = 'tallbacka-admin';
export const SESSION_SECONDS = 12 * 3600;

const MAX_COOKIE_LENGTH = 1_000;
const payloadSchema = z.object({ id: z.string().min(1), actor: z.string().min(1), expiresAt: z.number() });

/** Creates a session and its cookie: readable content plus a signature. */
export function startSession(actor: string): { session: Session; cookie: string } {
  const expiresAt = secondsAfter(now(), SESSION_SECONDS);
  const id = newKey();
  const payload = Buffer.from(JSON.stringify({ id, actor, expiresAt: expiresAt.getTime() })).toString('base64url');
  return { session: asVerified({ id, actor, expiresAt }), cookie: `${payload}.${sign(payload).toString('base64url')}` };
}

/**
 * Null if the cookie is missing, invalid or expired, if the user signed out, or if the password was changed or removed.
 */
export async function verifySession(cookie: string | undefined): Promise<Session | null> {
  if (cookie === undefined || cookie.length > MAX_COOKIE_LENGTH || config().admin.password === undefined) return null;
  const [payload = '', signature = '', ...more] = cookie.split('.');
  if (more.length > 0) return null;
  if (!isSignature(signature, sign(payload))) return null;
  const content = payloadSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!content.success) return null;
  const { id, actor, expiresAt } = content.data;
  if (expiresAt <= now().getTime()) return null;
  if (await db().read.endedSession.findUnique({ where: { id } })) return null;
  return asVerified({ id, actor, expiresAt: new Date(expiresAt) });
}

/** Signs out: the cookie and all its copies become invalid. */
export async function endSession({ id, expiresAt }: Session): Promise<void> {
  await db().write(async (tx) => {
    await tx.endedSession.upsert({ where: { id }, create: { id, expiresAt }, update: {} });
    await tx.endedSession.deleteMany({ where: { expiresAt: { lt: now() } } });
  }, `session ${id}`);
}

/** The key includes the password, so a new password ends all earlier sessions. */
function sign(payload: string): Buffer {
  const { password = '' } = config().admin;
  const key = createHmac('sha256', serverSecret()).update(password).digest();
  return createHmac('sha256', key).update(payload).digest();
}

function asVerified(session: { id: string; actor: string; expiresAt: Date }): Session {
  // The brand exists only for the compiler. No other code adds it.
  return session as Session;
}

export function actorOf({ actor }: Session): { readonly source: 'merchant'; readonly name: string } {
  return { source: 'merchant', name: actor };
}
