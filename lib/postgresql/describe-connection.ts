import { postgresqlCode } from './database-failure';
import { databaseName } from './pool';

const CHECK = 'Check the host and port in DATABASE_URL, and that PostgreSQL runs there.';

/** Why a connection to `url` failed, with the remedy. Names DATABASE_URL, and never its password. */
export function describeConnection(url: string, error: unknown): string {
  const database = databaseName(url);
  const code = postgresqlCode(error);
  switch (code) {
    case '28P01':
    case '28000':
      return `The database ${database} refused the user or the password in DATABASE_URL. Correct them.`;
    case '3D000':
      return `The database ${database} does not exist. Create it, or correct its name in DATABASE_URL.`;
    case '42501':
      return `The user in DATABASE_URL may not connect to the database ${database}. Grant CONNECT, or name another user.`;
    case '53300':
      return `The database ${database} has no free connections. Lower DATABASE_CONNECTIONS, or raise the server's max_connections.`;
    case '57P03':
      return `The database ${database} is starting up or shutting down. Try again in a moment.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of the database ${database} has no address. ${CHECK}`;
    case 'ECONNREFUSED':
    case 'timeout':
    case 'closed':
      return `The database ${database} cannot be reached. ${CHECK}`;
    case 'no-tls':
      return `The database ${database} does not offer TLS. Enable it there, or remove sslmode from DATABASE_URL.`;
    default:
      return `The database ${database} cannot be opened (${code || 'unknown error'}). Check DATABASE_URL.`;
  }
}
