import type { Sandbox } from '../context';
import { TEST_RESELLER, TEST_TERMINAL } from '../seed';

export interface Overview {
  qrBase: string;
  terminal: { id: string; password: string };
  reseller: { id: string; userId: string; password: string };
  /** How many invoices stand in each status. */
  counts: { status: string; count: number }[];
  messages: number;
}

export async function getOverview(sandbox: Sandbox): Promise<Overview> {
  const { read } = sandbox.db;
  const groups = await read.invoice.groupBy({ by: ['status'], _count: true, orderBy: { status: 'asc' } });
  return {
    qrBase: sandbox.qrBase,
    terminal: TEST_TERMINAL,
    reseller: TEST_RESELLER,
    counts: groups.map(({ status, _count }) => ({ status, count: _count })),
    messages: await countMessages(sandbox),
  };
}

/** Messages are pruned from the oldest, so the ends of the log tell how many it holds without counting. */
async function countMessages({ db }: Sandbox): Promise<number> {
  const { _min, _max } = await db.read.message.aggregate({ _min: { id: true }, _max: { id: true } });
  return _min.id === null || _max.id === null ? 0 : _max.id - _min.id + 1;
}

/** A word that changes when anything in the console would. Each number in it is the end of an index. */
export async function getChangeWord(sandbox: Sandbox): Promise<string> {
  await sandbox.messages.flush();
  const [row] = await sandbox.db.read.$queryRaw<Record<string, bigint | number | string | null>[]>`
    SELECT (SELECT max("id") FROM "InvoiceEvent") AS events, (SELECT max("id") FROM "Message") AS messages,
      (SELECT max("id") FROM "NotificationAttempt") AS attempts, (SELECT max("id") FROM "Notification") AS notifications,
      (SELECT total("remaining") + 1000 * count(*) FROM "Fault") AS faults, (SELECT max("id") FROM "Sms") AS sms,
      (SELECT max("registeredAt") FROM "Terminal") AS terminals, (SELECT "clockOffset" FROM "Service") AS clock`;
  return Object.values(row ?? {}).join('.');
}
