import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { config } from './config';
import { processGlobal } from './process-global';

/** How long the last lines may take. */
const CLOSE_MS = 500;

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
 * Writes the lines that are queued, and none after them. Call it before the process exits; otherwise pino's stream
 * (sonic-boom 4) would write them during the exit, and would repeat that forever if the log’s reader is gone.
 */
export async function closeLog(): Promise<void> {
  const ended = new Promise((resolve) => destination.once('close', resolve).once('error', resolve));
  destination.end();
  destination.write = () => true;
  await Promise.race([ended, pause(CLOSE_MS)]);
  destination.flushSync = () => {};
}
