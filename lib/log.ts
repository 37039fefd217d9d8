import pino from 'pino';

/** Lines read `area: what happened` with ids. Never a password, an order id, a name or an address. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: null,
  redact: ['password', '*.password', 'email', '*.email', 'address', '*.address', 'name', 'customer'],
});
