import pino from 'pino';
import { config } from './config';

/** Lines have the form `area: what happened`, with ids. Never log a password, order id, name or address. */
export const log = pino({
  level: config().logLevel,
  base: null,
  redact: ['password', '*.password', 'email', '*.email', 'address', '*.address', 'name', 'customer'],
});
