import { z } from 'zod';

const text = z.string();
const cause = z.object({ kind: text, originalCode: text.optional(), code: text.optional() });
/** Prisma passes its adapter's error as `cause` or in `meta`. Other errors of Prisma, pg and Node have a `code`. */
const failure = z.union([
  z
    .object({ meta: z.object({ driverAdapterError: z.object({ cause }) }) })
    .transform(({ meta }) => meta.driverAdapterError.cause),
  z.object({ cause }).transform((error) => error.cause),
  z.object({ code: text }).transform(({ code }) => ({ kind: '', originalCode: code, code })),
]);

/** Errors of pg that have only a message, each with a code of our own. */
const messages: readonly [RegExp, string][] = [
  [
    /^(?:timeout expired|timeout exceeded when trying to connect|Connection terminated due to connection timeout)/,
    'timeout',
  ],
  [
    /^(?:Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after)/,
    'closed',
  ],
  [/^The server does not support SSL/, 'no-tls'],
];

/**
 * The code of an error: PostgreSQL's SQLSTATE, otherwise the system's or Prisma's code, otherwise the kind that Prisma's
 * adapter reports. A connection error with none of these counts as `timeout`, `closed` or `no-tls`. Any other error has
 * an empty code.
 */
export function postgresqlCode(error: unknown): string {
  const found = failure.safeParse(error).data;
  if (found) return found.originalCode ?? found.code ?? found.kind;
  const message = error instanceof Error ? error.message : '';
  return messages.find(([pattern]) => pattern.test(message))?.[1] ?? '';
}

/**
 * Matches the codes of connections that are lost, refused or fail on TLS; of a disk or memory that is full; of disk
 * errors; of statements and locks that took too long; of a server that is read-only or shutting down; of no free
 * connection (P2024) and transactions that could not start or end in time (P2028); of a refused password and a missing
 * database.
 */
const unavailable = new RegExp(
  `^(?:${[
    ...['08...', '25006', '25P03', '53...', '55P03', '57014', '57P0.', '58...', 'P1001', 'P1002', 'P1008', 'P1017'],
    ...[
      'P2024',
      'P2028',
      'P2037',
      'E(?:CONNREFUSED|CONNRESET|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)',
      'timeout',
      'closed',
      'no-tls',
      'DatabaseNotReachable',
      'ConnectionClosed',
    ],
    ...['SocketTimeout', 'TlsConnectionError', 'TooManyConnections', '28P01', '28000', '3D000'],
  ].join('|')})$`,
);

/** True if the database cannot be used now; a later attempt may succeed. */
export function isPostgresqlFailure(error: unknown): boolean {
  return unavailable.test(postgresqlCode(error));
}

/** True if PostgreSQL rolled a transaction back because of a concurrent one, so that it can be repeated. */
export function isConflict(error: unknown): boolean {
  return /^(?:40001|40P01|P2034|TransactionWriteConflict)$/.test(postgresqlCode(error));
}

export type WriteFailure = 'locked' | 'full' | 'read-only' | 'failing';

/** The reason for a failed write, for the merchant. */
export function postgresqlWriteFailure(error: unknown): WriteFailure {
  const code = postgresqlCode(error);
  if (code === '53100') return 'full';
  if (code === '25006') return 'read-only';
  return code === '55P03' ? 'locked' : 'failing';
}
