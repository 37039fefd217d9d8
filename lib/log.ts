import pino from 'pino';
import { config } from './config';

/** Lines read `area: what happened` with ids. Never a password, an order id, a name or an address. */
export const log = pino({
  level: config().logLevel,
  base: null,
  redact: ['password', '*.password', 'email', '*.email', 'address', '*.address', 'name', 'customer'],
});
