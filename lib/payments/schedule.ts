import { secondsAfter } from '../clock';
import type { Prisma } from '../db/generated/client';
import { signals } from '../signals/signals';

// SEQR reverses a payment that it was not asked about within 20 s (SEQR manual 2.4.2.1), so every interval stays well
// below that.
const SAFETY_NET_SECONDS = 8;
const WATCHED_SECONDS = 1;
const UNWATCHED_SECONDS = 5;

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

/**
 * The minimum interval between two status calls for one payment, in all processes together. Only
 * `answerAcknowledgment` may call sooner.
 */
export const MIN_ASK_INTERVAL_MS = 1000;

/** Matches payments that SEQR has not been asked about within the minimum interval. */
export function mayBeAsked(at: Date): Prisma.PaymentWhereInput {
  return {
    OR: [
      { askedAt: null },
      { askedAt: { lte: new Date(at.getTime() - MIN_ASK_INTERVAL_MS) } },
      // The clock was set back. A smaller lead comes from a concurrent call, or from small differences between clocks.
      { askedAt: { gt: new Date(at.getTime() + MIN_ASK_INTERVAL_MS) } },
    ],
  };
}

/**
 * Records whether SEQR's notifications reach this shop: true after a notification, false after a payment that only
 * polling found.
 */
export async function noteNotifications(arrive: boolean): Promise<void> {
  if (notificationsArrive() !== arrive) await signals().report('notifications-arrive', arrive);
}

export function notificationsArrive(): boolean {
  return signals().holds('notifications-arrive');
}

/** Seconds until the next check of an open payment. */
export function checkInterval(watched: boolean): number {
  if (notificationsArrive()) return SAFETY_NET_SECONDS;
  return watched ? WATCHED_SECONDS : UNWATCHED_SECONDS;
}

/** When to check a held payment next: every 8 s for an hour, hourly for a day, then only on request (null). */
export function heldCheckAt(heldAt: Date, at: Date): Date | null {
  const age = (at.getTime() - heldAt.getTime()) / 1000;
  if (age < HOUR_SECONDS) return secondsAfter(at, SAFETY_NET_SECONDS);
  return age < HOUR_SECONDS + DAY_SECONDS ? secondsAfter(at, HOUR_SECONDS) : null;
}

/** No check is scheduled further ahead than this. A later time means that the clock was set back. */
export function furthestCheckMs(isHeld: boolean): number {
  return isHeld ? HOUR_SECONDS * 1000 + 60_000 : 60_000;
}
