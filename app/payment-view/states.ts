import { now, secondsAfter } from '@/lib/clock';
import { keysOf } from '@/lib/keys-of';

/** What each state's status address answers; a number is an HTTP status without a body. */
const answers = {
  waiting: () => ({ status: 'ISSUED', expiresAt: secondsAfter(now(), 120).toISOString() }),
  scanned: () => ({ status: 'ISSUED', scanned: true, expiresAt: secondsAfter(now(), 75).toISOString() }),
  reserved: () => ({ status: 'RESERVED' }),
  paid: () => ({ status: 'PAID', ersReference: '2015102910184861801032678' }),
  canceled: () => ({ status: 'CANCELED' }),
  failed: () => ({ status: 'FAILED' }),
  expired: () => ({ status: 'EXPIRED' }),
  offline: () => 503,
  gone: () => 404,
} as const;

export const states = keysOf(answers);

export function answerFor(name: string): Response {
  const state = states.find((known) => known === name);
  const answer = state ? answers[state]() : 404;
  return typeof answer === 'number'
    ? new Response(null, { status: answer })
    : Response.json({ resultCode: 0, resultDescription: 'SUCCESS', version: 0, ...answer });
}
