import type { Tx } from '../db/client';
import type { Language } from '../i18n/languages';

const names: Record<Language, string> = { en: 'Price adjustment', sv: 'Prisjustering' };

/**
 * Lowers an order to the amount that a person accepted for it, by a line of its own. The line has no VAT rate, so its VAT
 * follows the goods; nothing changes where the amount covers the total.
 */
export async function lowerTotal(tx: Tx, orderId: string, amount: number): Promise<void> {
  const { total, language, lines } = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { total: true, language: true, lines: { select: { position: true } } },
  });
  const difference = amount - total;
  if (difference >= 0) return;
  const position = Math.max(-1, ...lines.map((line) => line.position)) + 1;
  const line = { kind: 'ADJUSTMENT', name: names[language as Language], quantity: 1, vatRate: null };
  await tx.orderLine.create({ data: { orderId, position, ...line, unitPrice: difference, total: difference } });
  await tx.order.update({ where: { id: orderId }, data: { total: amount } });
}
