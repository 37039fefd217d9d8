import { secondsAfter } from '../clock';
import type { Prisma } from '../db/generated/client';
import { processGlobal } from '../process-global';

// SEQR reverses a payment that it was not asked about within 20 s (SEQR manual 2.4.2.1), so every interval stays well
// inside that.
const SAFETY_NET_SECONDS = 8;
const WATCHED_SECONDS = 1;
const UNWATCHED_SECONDS = 5;

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

/** SEQR is asked at most this often for one payment, however many ask. */
export const MIN_ASK_INTERVAL_MS = 1000;

/** The payments that SEQR has not been asked about within that time. */
export function mayBeAsked(at: Date): Prisma.PaymentWhereInput {
  return {
    OR: [
      { askedAt: null },
      { askedAt: { lte: new Date(at.getTime() - MIN_ASK_INTERVAL_MS) } },
      { askedAt: { gt: at } }, // the clock was set back
    ],
  };
}

const state = () => processGlobal('payment-schedule', () => ({ notificationsArrive: false }));

/**
 * Whether SEQR's notifications are known to reach this shop. A notification says yes; a payment that had to be found
 * out by asking says no again.
 */
export function noteNotifications(arrive: boolean): void {
  state().notificationsArrive = arrive;
}

export function notificationsArrive(): boolean {
  return state().notificationsArrive;
}

/** Seconds until an open payment is asked for again. */
export function checkInterval(watched: boolean): number {
  if (notificationsArrive()) return SAFETY_NET_SECONDS;
  return watched ? WATCHED_SECONDS : UNWATCHED_SECONDS;
}

/** A held payment is asked about every 8 s for an hour, hourly for a day, and then only on request (null). */
export function heldCheckAt(heldAt: Date, at: Date): Date | null {
  const age = (at.getTime() - heldAt.getTime()) / 1000;
  if (age < HOUR_SECONDS) return secondsAfter(at, SAFETY_NET_SECONDS);
  return age < HOUR_SECONDS + DAY_SECONDS ? secondsAfter(at, HOUR_SECONDS) : null;
}

/** No check lies further ahead than this, so a time beyond it means that the clock was set back. */
export function furthestCheckMs(isHeld: boolean): number {
  return isHeld ? HOUR_SECONDS * 1000 + 60_000 : 60_000;
}
