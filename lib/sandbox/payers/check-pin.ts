import { secondsAfter } from '../../clock';
import { isSameSecret } from '../../same-secret';
import type { Payer } from '../database/generated/client';
import type { Step } from '../invoices/step';

const TRIES = 3;
const BLOCKED_SECONDS = 60;

/**
 * Returns null if the PIN is correct and the payer is not blocked. The third wrong PIN blocks the payer for a minute,
 * by the service's clock.
 */
export async function checkPin(step: Step, payer: Payer, pin: string): Promise<'wrong-pin' | 'pin-blocked' | null> {
  const { tx, realNow } = step;
  const correct = isSameSecret(pin, payer.pin);
  if (correct && !payer.blockedUntil && payer.pinFailures === 0) return null;
  const { clockOffset } = await tx.service.findUniqueOrThrow({ where: { id: 1 }, select: { clockOffset: true } });
  const time = secondsAfter(realNow, clockOffset);
  if (payer.blockedUntil && payer.blockedUntil > time) return 'pin-blocked';
  if (correct) {
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
