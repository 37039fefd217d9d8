import { type Currency, type Money, money } from '../../money';
import type { Sandbox } from '../context';
import { PAGE, type Page } from './invoices';

export interface PayerLine {
  id: string;
  name: string;
  pin: string;
  balances: Money[];
  blockedUntil: Date | null;
  createdAt: Date;
}

/** Newest first. */
export async function listPayers(
  sandbox: Sandbox,
  { text, before }: { text?: string | undefined; before?: string | undefined },
): Promise<Page<PayerLine>> {
  const [time = '', id = ''] = before?.split('_') ?? [];
  const createdAt = new Date(time);
  const older = Number.isNaN(createdAt.getTime())
    ? {}
    : { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
  const found = await sandbox.db.read.payer.findMany({
    where: { AND: [older, text ? { OR: [{ id: { contains: text } }, { name: { contains: text } }] } : {}] },
    include: { balances: { orderBy: { currency: 'asc' } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  });
  const lines = found.slice(0, PAGE).map(({ balances, blockedUntil, ...payer }) => ({
    id: payer.id,
    name: payer.name,
    pin: payer.pin,
    createdAt: payer.createdAt,
    blockedUntil: blockedUntil && blockedUntil > sandbox.now() ? blockedUntil : null,
    balances: balances.map(({ amount, currency }) => money(Number(amount), currency as Currency)),
  }));
  const last = found.length > PAGE ? lines.at(-1) : undefined;
  return { lines, before: last ? `${last.createdAt.toISOString()}_${last.id}` : null };
}
