import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { config } from './config';
import { processGlobal } from './process-global';

/** Maximum time to write the queued lines. */
const LAST_LINES_MS = 500;

const destination = processGlobal('log-destination', () => pino.destination());

/** Lines have the form `area: what happened`, with ids. Never log a password, order id, name or address. */
export const log = pino(
  {
    level: config().logLevel,
    base: null,
    redact: ['password', 'email', 'address', 'orderId']
      .flatMap((field) => [field, `*.${field}`])
      .concat('name', 'customer'),
  },
  destination,
);

/**
 * Writes the queued lines; later lines are dropped. Call it just before the process exits. Otherwise pino's stream
 * (sonic-boom 4) writes them during the exit, and retries forever if nobody reads the log.
 */
export async function closeLog(): Promise<void> {
  const ended = new Promise((resolve) => destination.once('close', resolve).once('error', resolve));
  destination.end();
  destination.write = () => true;
  await Promise.race([ended, pause(LAST_LINES_MS)]);
  destination.flushSync = () => {};
}
