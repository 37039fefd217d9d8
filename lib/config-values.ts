import { z } from 'zod';
import { parseHost } from './host-names';

// What environment variables may contain. No message repeats the value, because it may be secret.

export const onOff = z.enum(['on', 'off'], { error: 'must be "on" or "off"' });
export const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' });

/** Accepts only scheme, host and port, because Next does not serve below a path. */
export const serverUrl = z.string().refine((text) => /^https?:\/\/[^/?#@]+\/*$/i.test(text) && URL.canParse(text), {
  error: 'must be an http:// or https:// address without a path, such as https://shop.example.com',
});

export const hostNames = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((hosts) => hosts.every((host) => parseHost(host) !== null), {
    error: 'must be host names separated by commas, such as shop.example.com or shop.example.com:8443',
  })
  .transform((hosts) => hosts.flatMap((host) => parseHost(host)?.host ?? []));

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

export const limit = (usual: number) =>
  z.coerce
    .number({ error: 'must be a number of requests' })
    .int('must be a whole number of requests')
    .min(1, 'must be at least 1')
    .max(1_000_000, 'must be at most 1000000')
    .default(usual);

/** The order limits while RATE_LIMITS is off. Quantities are still bounded, so that totals fit into 32 bits. */
export const liftedOrderLimits = {
  lineQuantity: 999,
  orderQuantity: 9_999,
  openTransfersPerAddress: Number.MAX_SAFE_INTEGER,
  openTransfersPerMailbox: Number.MAX_SAFE_INTEGER,
  reviewStockPercent: 100,
  reviewTotal: Number.MAX_SAFE_INTEGER,
};

export const quantity = (usual: number, most: number) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(most, `must be at most ${most}`)
    .default(usual);

export const port = z.coerce
  .number({ error: 'must be a port number' })
  .int('must be a port number')
  .min(1, 'must be a port number')
  .max(65535, 'must be a port number');

export const days = (usual: number) =>
  z.coerce
    .number({ error: 'must be a number of days' })
    .int('must be a whole number of days')
    .min(1, 'must be at least 1 day')
    .max(365, 'must be at most 365 days')
    .default(usual);

/** A duration such as `10m` or `24h`, from one minute to 30 days, converted to milliseconds. */
export const duration = z
  .string()
  .regex(/^\d{1,5}[mh]$/, 'must be a number of minutes or hours, such as 10m or 24h')
  .transform((text) => Number(text.slice(0, -1)) * (text.endsWith('h') ? 3_600_000 : 60_000))
  .refine((ms) => ms >= 60_000 && ms <= 30 * 86_400_000, 'must be 1m to 720h');

/** SQLite would read `?…` as part of the file name and store the ledger in the wrong file. */
export const sqliteUrl = z
  .string()
  .regex(/^file:.+/, { error: 'must be "file:" and a path (a SQLite file)', abort: true })
  .regex(/^[^?]+$/, 'must be a path without parameters: remove the "?" and what follows it');

export const postgresqlUrl = z
  .string()
  .refine(isPostgresqlAddress, 'must be an address such as postgresql://user:password@host:5432/shop');

export const shopDatabaseUrl = z
  .string()
  .refine(
    (text) => text.startsWith('file:') || isPostgresqlAddress(text),
    'must be "file:" and a path (a SQLite file) or an address such as postgresql://user:password@host:5432/shop',
  )
  .refine(
    (text) => !text.startsWith('file:') || sqliteUrl.safeParse(text).success,
    'must be "file:" and a path without parameters: remove the "?" and what follows it',
  );

function isPostgresqlAddress(text: string): boolean {
  return /^postgres(?:ql)?:\/\/[^/]/.test(text) && URL.canParse(text);
}
