import { db } from '../db/client';
import { type UpdateOutcome, updateOrder } from '../payments/update-order';
import { actorOf, type Session } from './session';

/**
 * Takes pieces out of an unpaid order: `q<position>` is what is left of a line, `shown` the lines that the form showed.
 * Null where there is no such order.
 */
export async function changeOrder(
  session: Session,
  number: number,
  form: Readonly<Record<string, string>>,
): Promise<UpdateOutcome | null> {
  const order = await db().read.order.findUnique({ where: { number }, include: { lines: true } });
  if (!order) return null;
  const quantities = new Map<number, number>();
  for (const { position } of order.lines) {
    const text = form[`q${position}`]?.trim();
    if (text !== undefined) quantities.set(position, /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);
  }
  return updateOrder(order.id, quantities, actorOf(session), form.shown);
}
