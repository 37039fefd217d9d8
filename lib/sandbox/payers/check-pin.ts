import { createHash, timingSafeEqual } from 'node:crypto';
import { secondsAfter } from '../../clock';
import type { Payer } from '../database/generated/client';
import type { Step } from '../invoices/step';

const TRIES = 3;
const BLOCKED_SECONDS = 60;

/** Null when the PIN is right. The third wrong one blocks the payer for a minute, by the service's clock. */
export async function checkPin(step: Step, payer: Payer, pin: string): Promise<'wrong-pin' | 'pin-blocked' | null> {
  const { tx, realNow } = step;
  const right = isSame(pin, payer.pin);
  if (right && !payer.blockedUntil && payer.pinFailures === 0) return null;
  const { clockOffset } = await tx.service.findUniqueOrThrow({ where: { id: 1 }, select: { clockOffset: true } });
  const time = secondsAfter(realNow, clockOffset);
  if (payer.blockedUntil && payer.blockedUntil > time) return 'pin-blocked';
  if (right) {
    await tx.payer.update({ where: { id: payer.id }, data: { pinFailures: 0, blockedUntil: null } });
    return null;
  }
  const pinFailures = payer.pinFailures + 1;
  const blocks = pinFailures >= TRIES;
  await tx.payer.update({
    where: { id: payer.id },
    data: blocks ? { pinFailures: 0, blockedUntil: secondsAfter(time, BLOCKED_SECONDS) } : { pinFailures },
  });
  return blocks ? 'pin-blocked' : 'wrong-pin';
}

function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
