import { monotonicMs } from '../clock';
import { db } from '../db/client';
import type { OrderChange } from '../db/generated/client';
import { log } from '../log';
import { dropChange, linesAfter } from '../orders/order-change';
import { publishChange } from '../orders/order-changes';
import { ResultCode } from '../seqr/contract/result-codes';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { applyOrderChange, restoreInvoice } from './apply-order-change';
import { noteSeqrCall } from './breaker';
import { composeInvoice } from './compose-invoice';
import type { Trigger } from './move-payment';
import { syncForPerson } from './sync-payment';

/**
 * `uncertain`: SEQR may or may not have the new invoice, so the change stays reserved and is retried; `settled`: no
 * reserved change is left, because a payment or another process settled it.
 */
export type Performed = 'changed' | 'refused' | 'busy' | 'uncertain' | 'settled';

/**
 * Sends an order's reserved change to SEQR, and applies it once SEQR has it. updateInvoice may be repeated: only one
 * change is in progress, so a retry sends the same content. `isFirst` says that SEQR has not received the change before, so
 * a refusal is final. On a retry, only success or the end of the payment is final.
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
  if (!after) throw new Error('orders: the order was modified while a change was reserved');
  // The payment's invoice is being issued, or the payment needs manual action.
  if (open.invoiceReference === null || open.heldAt) return 'uncertain';
  const { invoiceReference } = open;
  const startedAt = monotonicMs();
  try {
    await seqr().updateInvoice({ invoiceReference, invoice: composeInvoice(order, open, after) });
    noteSeqrCall(null);
    return await finish(change);
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    noteSeqrCall(error);
    log.warn({ kind: error.kind, resultCode: error.resultCode }, 'payments: updateInvoice failed');
    if (isFirst && isFinal(error)) return refuse(change, error);
    // SEQR also answers 90 if the invoice is paid, so check its status.
    await syncForPerson(open.id, triggerOf(change), startedAt);
    return (await isReserved(change.id)) ? 'uncertain' : 'settled';
  }
}

/** For the outbox: throws, to be retried, until the change is settled. */
export async function finishChange(orderId: string): Promise<void> {
  const performed = await performChange(orderId, { isFirst: false });
  if (performed === 'uncertain') throw new Error('SEQR has not confirmed the change');
}

async function finish(change: OrderChange): Promise<Performed> {
  const applied = await db().write(async (tx) => {
    if (await applyOrderChange(tx, change)) return true;
    await restoreInvoice(tx, change);
    return false;
  }, change.orderId);
  publishChange(change.orderId);
  return applied ? 'changed' : 'settled';
}

async function refuse({ id, orderId }: OrderChange, { resultCode }: SeqrError): Promise<Performed> {
  if (!(await db().write((tx) => dropChange(tx, orderId, id), orderId))) return 'settled';
  return resultCode === ResultCode.PAYMENT_IN_PROGRESS ? 'busy' : 'refused';
}

/**
 * Whether the shop must not retry the change: SEQR refused it permanently, or a payment is in progress (code 48) and the
 * merchant decides whether to retry.
 */
function isFinal({ mayHaveHappened, retrySafe, resultCode }: SeqrError): boolean {
  return resultCode === ResultCode.PAYMENT_IN_PROGRESS || (!mayHaveHappened && !retrySafe);
}

async function isReserved(id: string): Promise<boolean> {
  const change = await db().read.orderChange.findUniqueOrThrow({ where: { id }, select: { openFor: true } });
  return change.openFor !== null;
}

/** Old changes were stored without the merchant's name; they count as the watcher's. */
function triggerOf({ source, actor }: OrderChange): Trigger {
  return source === 'merchant' && actor !== null ? { source, name: actor } : 'watcher';
}
