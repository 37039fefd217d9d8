import { type Currency, type Money, money } from '../../money';
import type { Sandbox } from '../context';
import { DEFAULT_PAYER } from './default-payer';

/** A payer as the app shows them: balances, text messages and payments, newest first. */
export interface PayerView {
  id: string;
  name: string;
  balances: Money[];
  /** After three wrong PINs, by the service's clock; null when not blocked. */
  blockedUntil: Date | null;
  /** Loyalty cards. */
  tokens: { id: string; description?: string; value?: string }[];
  messages: { id: number; at: Date; text: string }[];
  /** A refund's amount is negative; a reversed payment was given back. */
  payments: PayerPayment[];
}

export interface PayerPayment {
  ersReference: string;
  invoiceReference: string;
  kind: 'PAYMENT' | 'REFUND';
  merchant: string;
  amount: Money;
  at: Date;
  reversed: boolean;
}

const SHOWN = 50;

/** Null when there is no such payer. */
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
    balances: payer.balances.map(({ amount, currency }) => money(Number(amount), currency as Currency)),
    blockedUntil: payer.blockedUntil,
    tokens: JSON.parse(payer.tokens) as PayerView['tokens'],
    messages: messages.map(({ id: number, at, text }) => ({ id: number, at, text })),
    payments: bookings.map((booking) => ({
      ersReference: booking.ersReference,
      invoiceReference: booking.invoiceReference,
      kind: booking.kind as PayerPayment['kind'],
      merchant: names.get(booking.resellerId) ?? '',
      amount: money(booking.amount, booking.currency as Currency),
      at: booking.at,
      reversed: booking.reversedAt !== null,
    })),
  };
}
