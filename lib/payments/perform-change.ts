import { db } from '../db/client';
import type { OrderChange } from '../db/generated/client';
import { log } from '../log';
import { dropChange, linesAfter } from '../orders/order-change';
import { ResultCode } from '../seqr/contract/result-codes';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { applyOrderChange } from './apply-order-change';
import { noteSeqrCall } from './breaker';
import { publishChange } from './bus';
import { composeInvoice } from './compose-invoice';
import { syncPayment } from './sync-payment';

/** `uncertain`: SEQR may have the new invoice or not, so the change stays reserved and is tried again. */
export type Performed = 'changed' | 'refused' | 'busy' | 'uncertain' | 'settled';

/**
 * Tells SEQR of an order's reserved change, and carries it out once SEQR has it. updateInvoice may be repeated: one
 * change at a time is under way, so what is repeated is the same. `isFirst`: SEQR was never told before, so that its
 * refusal is certain; of a change that may have arrived, only its success or the payment's end is.
 */
export async function performChange(orderId: string, { isFirst }: { isFirst: boolean }): Promise<Performed> {
  const change = await db().read.orderChange.findUnique({
    where: { openFor: orderId },
    include: {
      order: {
        include: { lines: { orderBy: { position: 'asc' } }, payments: { where: { openOrderId: orderId } } },
      },
    },
  });
  if (!change) return 'settled';
  const { order } = change;
  const [open] = order.payments;
  if (!open) return finish(change);
  const after = linesAfter(change, order.lines);
  if (!after) throw new Error('orders: an order changed although a change of it was reserved');
  // Its invoice is under way, or a person decides about it.
  if (open.invoiceReference === null || open.heldAt) return 'uncertain';
  const { invoiceReference } = open;
  try {
    await seqr().updateInvoice({ invoiceReference, invoice: composeInvoice(order, open, after) });
    noteSeqrCall(null);
    return await finish(change);
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    noteSeqrCall(error);
    log.warn({ kind: error.kind, resultCode: error.resultCode }, 'payments: updateInvoice was not carried out');
    if (isFirst && isFinal(error)) return refuse(orderId, error);
    // SEQR answers 90 to a change of what is paid, among others: its status tells.
    await syncPayment(open.id, 'merchant');
    return (await isReserved(change.id)) ? 'uncertain' : 'settled';
  }
}

/** For the outbox: throws, to be tried again, until the change is settled. */
export async function finishChange(orderId: string): Promise<void> {
  const performed = await performChange(orderId, { isFirst: false });
  if (performed === 'uncertain') throw new Error('SEQR has not confirmed the change');
}

async function finish(change: OrderChange): Promise<Performed> {
  const applied = await db().write((tx) => applyOrderChange(tx, change));
  publishChange(change.orderId);
  return applied ? 'changed' : 'settled';
}

async function refuse(orderId: string, { resultCode }: SeqrError): Promise<Performed> {
  await db().write((tx) => dropChange(tx, orderId));
  return resultCode === ResultCode.PAYMENT_IN_PROGRESS ? 'busy' : 'refused';
}

/** SEQR did not take the change, and would not take it a moment later either; 48 is for the merchant to decide. */
function isFinal({ mayHaveHappened, retrySafe, resultCode }: SeqrError): boolean {
  return resultCode === ResultCode.PAYMENT_IN_PROGRESS || (!mayHaveHappened && !retrySafe);
}

async function isReserved(id: string): Promise<boolean> {
  const change = await db().read.orderChange.findUniqueOrThrow({ where: { id }, select: { openFor: true } });
  return change.openFor !== null;
}
