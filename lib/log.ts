import pino from 'pino';
import { config } from './config';

/** Lines have the form `area: what happened`, with ids. Never log a password, order id, name or address. */
export const log = pino({
  level: config().logLevel,
  base: null,
  redact: ['password', 'email', 'address', 'orderId']
    .flatMap((field) => [field, `*.${field}`])
    .concat('name', 'customer'),
});
