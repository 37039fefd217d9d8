import type { Tx } from '../db/client';
import { getShopTexts } from '../i18n/get-shop-texts';
import { storedLanguage } from '../i18n/languages';

/**
 * Lowers an order's total to the amount that a person accepted. Adds an adjustment line for the difference. The line
 * has no VAT rate, so its VAT follows the goods. No-op if the amount covers the total.
 */
export async function lowerTotal(tx: Tx, orderId: string, amount: number): Promise<void> {
  const { total, language, lines } = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { total: true, language: true, lines: { select: { position: true } } },
  });
  const difference = amount - total;
  if (difference >= 0) return;
  const position = Math.max(-1, ...lines.map((line) => line.position)) + 1;
  const line = {
    kind: 'ADJUSTMENT' as const,
    name: getShopTexts(storedLanguage(language)).lines.adjustment,
    quantity: 1,
    vatRate: null,
  };
  await tx.orderLine.create({ data: { orderId, position, ...line, unitPrice: difference, total: difference } });
  await tx.order.update({ where: { id: orderId }, data: { total: amount } });
}
