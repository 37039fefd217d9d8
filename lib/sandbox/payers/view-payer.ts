import { type Money, storedMoney } from '../../money';
import type { Sandbox } from '../core/context';
import { parseCards } from '../invoices/tokens';
import { DEFAULT_PAYER } from './default-payer';

/** A payer in the app: balances, and the 50 newest text messages and payments, newest first. */
export interface PayerView {
  id: string;
  name: string;
  balances: Money[];
  /**
   * The end of the block after three wrong PINs, by the service's clock. It may have passed. Null if there was no
   * block.
   */
  blockedUntil: Date | null;
  /** Loyalty cards. */
  tokens: { id: string; description?: string; value?: string }[];
  messages: { id: number; at: Date; text: string }[];
  /** Refunds have negative amounts; `reversed` payments were credited back. */
  payments: PayerPayment[];
}

interface PayerPayment {
  ersReference: string;
  invoiceReference: string;
  kind: 'PAYMENT' | 'REFUND';
  merchant: string;
  amount: Money;
  at: Date;
  reversed: boolean;
}

const SHOWN = 50;

/** Null if there is no such payer. */
export async function getPayer(sandbox: Sandbox, id: string = DEFAULT_PAYER): Promise<PayerView | null> {
  const { read } = sandbox.db;
  const payer = await read.payer.findUnique({
    where: { id },
    include: { balances: { orderBy: { currency: 'asc' } } },
  });
  if (!payer) return null;
  const messages = await read.sms.findMany({ where: { payerId: id }, orderBy: { id: 'desc' }, take: SHOWN });
  const bookings = await read.booking.findMany({
    where: { payerId: id, kind: { in: ['PAYMENT', 'REFUND'] } },
    orderBy: { at: 'desc' },
    take: SHOWN,
  });
  const resellers = await read.reseller.findMany({ select: { id: true, name: true } });
  const names = new Map(resellers.map((reseller) => [reseller.id, reseller.name]));
  return {
    id: payer.id,
    name: payer.name,
    balances: payer.balances.map(({ amount, currency }) => storedMoney(Number(amount), currency)),
    blockedUntil: payer.blockedUntil,
    tokens: parseCards(payer.tokens),
    messages: messages.map(({ id: number, at, text }) => ({ id: number, at, text })),
    payments: bookings.map((booking) => ({
      ersReference: booking.ersReference,
      invoiceReference: booking.invoiceReference,
      kind: booking.kind === 'REFUND' ? 'REFUND' : 'PAYMENT',
      merchant: names.get(booking.resellerId) ?? '',
      amount: storedMoney(booking.amount, booking.currency),
      at: booking.at,
      reversed: booking.reversedAt !== null,
    })),
  };
}

/** Lists the default payer, then at most `limit` others, newest first. */
export async function listNewestPayers(sandbox: Sandbox, limit: number): Promise<{ id: string; name: string }[]> {
  const { read } = sandbox.db;
  const select = { id: true, name: true } as const;
  const [first, others] = await Promise.all([
    read.payer.findMany({ where: { id: DEFAULT_PAYER }, select }),
    read.payer.findMany({ where: { id: { not: DEFAULT_PAYER } }, select, orderBy: { createdAt: 'desc' }, take: limit }),
  ]);
  return [...first, ...others];
}
