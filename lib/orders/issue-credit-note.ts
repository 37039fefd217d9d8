import { now } from '../clock';
import type { Tx } from '../db/client';
import { merchant } from '../merchant';
import { money, storedCurrency } from '../money';
import { creditedVat } from './credit-note';
import { movements, receivedUntil } from './kept-money';
import { vatOfRefunds } from './refund-vat';
import { type VatShare, vatByRate } from './vat';

const FIRST_NUMBER = 1_001;

/**
 * Issues the credit note of a refund that has just become DONE, once per refund, and returns its number. Call it in the
 * transaction that settles the refund: if that is rolled back, so is the number, and the series has no gap. Other refunds
 * wait for the counter's row until the transaction ends.
 */
export async function issueCreditNote(tx: Tx, refundId: string): Promise<number> {
  const issued = await tx.creditNote.findUnique({ where: { refundId }, select: { number: true } });
  if (issued) return issued.number;
  const { orderId, currency } = await tx.refund.findUniqueOrThrow({ where: { id: refundId } });
  const vat = await vatOfRefund(tx, orderId, refundId);
  const { name, legalName, street, postalCode, city, organisationNumber, vatNumber, email } = merchant;
  const seller = JSON.stringify({ name, legalName, street, postalCode, city, organisationNumber, vatNumber, email });
  const number = await nextNumber(tx);
  await tx.creditNote.create({ data: { number, refundId, orderId, currency, seller, issuedAt: now() } });
  for (const share of vat)
    await tx.creditNoteVat.create({
      data: { number, rate: share.rate, net: share.net.amount, vat: share.vat.amount },
    });
  return number;
}

async function nextNumber(tx: Tx): Promise<number> {
  const { next } = await tx.creditNoteNumber.upsert({
    where: { id: 1 },
    create: { id: 1, next: FIRST_NUMBER + 1 },
    update: { next: { increment: 1 } },
    select: { next: true },
  });
  return next - 1;
}

/**
 * The VAT of the order's sale that a refund reverses. None for an order that was never paid in time, for money beyond
 * the order's total such as a duplicate payment, and for money in another currency, because such money was not part of
 * a sale.
 */
async function vatOfRefund(tx: Tx, orderId: string, refundId: string): Promise<VatShare[]> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      ...movements,
      lines: { orderBy: { position: 'asc' } },
      refunds: {
        where: { state: 'DONE' },
        include: { lines: { orderBy: { position: 'asc' } }, creditNote: { include: { vat: true } } },
      },
    },
  });
  const currency = storedCurrency(order.currency);
  const own = order.refunds.filter((refund) => refund.currency === currency);
  const refund = own.find(({ id }) => id === refundId);
  if (order.paidAt === null || !refund) return [];
  const lines = order.lines.map(({ vatRate, total }) => ({ vatRate, total: money(total, currency) }));
  const rates = new Map(order.lines.map(({ position, vatRate }) => [position, vatRate]));
  // Excludes money that arrived after the refund was requested, because it cannot be a refund of that money.
  const received = money(receivedUntil(order, refund.createdAt, refund.paymentId), currency);
  // Refunds with a credit note come first: their VAT is fixed. The new one is the last.
  const sorted = own.toSorted(
    (a, b) =>
      Number(a.id === refundId) - Number(b.id === refundId) ||
      Number(a.creditNote === null) - Number(b.creditNote === null) ||
      (a.settledAt ?? a.createdAt).getTime() - (b.settledAt ?? b.createdAt).getTime(),
  );
  const shares = vatOfRefunds(
    { vat: vatByRate(lines, currency), total: money(order.total, currency), received },
    sorted.map((refund) => ({
      amount: money(refund.amount, currency),
      credited: refund.creditNote && creditedVat(refund.creditNote),
      lines: refund.lines.map(({ position, amount }) => ({
        amount: money(amount, currency),
        vatRate: rates.get(position) ?? null,
      })),
    })),
  );
  return shares.at(-1) ?? [];
}
