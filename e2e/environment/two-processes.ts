import pg from 'pg';
import { startPostgresql } from '../../lib/testing/postgresql-server';
import { startSecondServer } from './second-server';

export type TwoProcesses = {
  /** The address of the process that has all roles, and the sandbox that is used. */
  readonly all: string;
  /** The address of the process that only serves pages. */
  readonly web: string;
  /** Changes the database as `psql` would. */
  execute(sql: string, values?: unknown[]): Promise<void>;
  stop(): Promise<void>;
};

/** Starts two processes of the shop on one PostgreSQL database, which holds the demo catalogue. */
export async function startTwoProcesses(): Promise<TwoProcesses> {
  const database = await startPostgresql();
  const shared = { DATABASE_URL: database.url, SESSION_SECRET: 'one secret for both of the processes' };
  const all = await startSecondServer(shared, { seeded: true });
  const allAddress = `http://127.0.0.1:${all.port}`;
  const web = await startSecondServer({
    ...shared,
    SHOP_ROLE: 'web',
    // The build has the sandbox's banner, so a sandbox must be on. This process does not use its own.
    SEQR_SANDBOX: 'on',
    SEQR_WSDL_URL: `${allAddress}/soap/merchant/cashregister-2?wsdl`,
  });
  return {
    all: allAddress,
    web: `http://127.0.0.1:${web.port}`,
    execute: async (sql, values = []) => {
      const client = new pg.Client(database.url);
      await client.connect();
      await client.query(sql, values).finally(() => client.end());
    },
    stop: async () => {
      await Promise.all([all.stop(), web.stop()]);
      await database.stop();
    },
  };
}
