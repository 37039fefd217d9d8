import { TEST_RESELLER, TEST_TERMINAL } from '../../published-identity';
import type { Sandbox } from '../core/context';

export interface Overview {
  qrBase: string;
  terminal: { id: string; password: string };
  reseller: { id: string; userId: string; password: string };
  /** The number of invoices per status. */
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

/** Messages are pruned oldest first, so the lowest and highest ids give the count. */
async function countMessages({ db }: Sandbox): Promise<number> {
  const { _min, _max } = await db.read.message.aggregate({ _min: { id: true }, _max: { id: true } });
  return _min.id === null || _max.id === null ? 0 : _max.id - _min.id + 1;
}

/**
 * A text that changes with each call, payment, notification, text message, fault, new terminal and advanced clock, so that
 * open pages of the console know when to reload. New settings of a payer or terminal alone do not change it.
 */
export async function getRevision(sandbox: Sandbox): Promise<string> {
  await sandbox.messages.flush();
  const [row] = await sandbox.db.read.$queryRaw<Record<string, bigint | number | string | null>[]>`
    SELECT (SELECT max("id") FROM "InvoiceEvent") AS events, (SELECT max("id") FROM "Message") AS messages,
      (SELECT max("id") FROM "NotificationAttempt") AS attempts, (SELECT max("id") FROM "Notification") AS notifications,
      (SELECT total("remaining") + 1000 * count(*) FROM "Fault") AS faults, (SELECT max("id") FROM "Sms") AS sms,
      (SELECT max("registeredAt") FROM "Terminal") AS terminals, (SELECT "clockOffset" FROM "Service") AS clock`;
  return Object.values(row ?? {}).join('.');
}
