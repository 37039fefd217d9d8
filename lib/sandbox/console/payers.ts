import { type Money, storedMoney } from '../../money';
import type { Sandbox } from '../core/context';
import { Prisma } from '../database/generated/client';
import { containsText, PAGE, type Page } from './invoices';

export interface PayerLine {
  id: string;
  name: string;
  pin: string;
  balances: Money[];
  blockedUntil: Date | null;
  createdAt: Date;
}

/** Lists payers, newest first, page by page. */
export async function listPayers(
  sandbox: Sandbox,
  { text, before }: { text?: string | undefined; before?: string | undefined },
): Promise<Page<PayerLine>> {
  const [time = '', id = ''] = before?.split('_') ?? [];
  const createdAt = new Date(time);
  const where = [Prisma.sql`TRUE`];
  if (!Number.isNaN(createdAt.getTime())) where.push(Prisma.sql`("createdAt", "id") < (${createdAt}, ${id})`);
  if (text) where.push(Prisma.sql`(${containsText('id', text)} OR ${containsText('name', text)})`);
  const ids = await sandbox.db.read.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Payer" WHERE ${Prisma.join(where, ' AND ')}
    ORDER BY "createdAt" DESC, "id" DESC LIMIT ${PAGE + 1}`;
  const found = await sandbox.db.read.payer.findMany({
    where: { id: { in: ids.map((row) => row.id) } },
    include: { balances: { orderBy: { currency: 'asc' } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const lines = found.slice(0, PAGE).map(({ balances, blockedUntil, ...payer }) => ({
    id: payer.id,
    name: payer.name,
    pin: payer.pin,
    createdAt: payer.createdAt,
    blockedUntil: blockedUntil && blockedUntil > sandbox.now() ? blockedUntil : null,
    balances: balances.map(({ amount, currency }) => storedMoney(Number(amount), currency)),
  }));
  const last = found.length > PAGE ? lines.at(-1) : undefined;
  return { lines, before: last ? `${last.createdAt.toISOString()}_${last.id}` : null };
}
