import { setTimeout as pause } from 'node:timers/promises';
import { maySeeScenes } from '../behind-the-scenes/get-own-scenes';
import { now } from '../clock';
import { config } from '../config';
import { db } from '../db/client';
import { newKey } from '../ids';
import { log } from '../log';
import { isOpen } from '../orders/order-states';
import { ignoreFailures } from '../payments/breaker';
import { clientInvoiceId } from '../payments/compose-invoice';
import type { ShopAddresses } from '../payments/issue-invoice';
import { retryPayment } from '../payments/retry-payment';
import { syncPayment } from '../payments/sync-payment';
import { addFault, ControlError, cancelByPayer, type FaultLimit, pay, removeFaults } from './seqr-controls';
import { begin, forget, type Started } from './started';
import { plans, type WhatIf } from './what-if';

/** A payment whose invoice waits for a payer. */
type Waiting = {
  readonly id: string;
  readonly orderId: string;
  readonly invoiceReference: string;
  readonly attempt: number;
  readonly currency: string;
  readonly order: { readonly number: number };
};

/** Whether the visitor may try a what-if on this order: in a demonstration, on an order of their own. */
export async function mayTryWhatIf(orderId: string, visitorId: string | null): Promise<boolean> {
  return config().isDemo && (await maySeeScenes(orderId, visitorId));
}

/**
 * Makes something happen to the visitor's open payment, through faults of the sandbox that are limited to its invoice.
 * False if the order is not this visitor's, none of its payments waits for a payer, another what-if is in progress, or the
 * sandbox refuses or does not answer.
 */
export async function startWhatIf(
  whatIf: WhatIf,
  { orderId, visitorId }: { orderId: string; visitorId: string | null },
  addresses: ShopAddresses,
): Promise<boolean> {
  if (!(await mayTryWhatIf(orderId, visitorId))) return false;
  const payment = await db().read.payment.findFirst({
    where: { openOrderId: orderId, state: 'ISSUED', heldAt: null },
    include: { order: { select: { number: true } } },
  });
  if (!payment?.invoiceReference) return false;
  const started = begin(orderId, { whatIf, at: now(), refusal: null }, plans[whatIf].endsAfterMs);
  if (!started) return false;
  try {
    await carryOut(started, { ...payment, invoiceReference: payment.invoiceReference }, addresses);
    return true;
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    log.warn({ err: error, paymentId: payment.id }, 'what if: not started');
    forget(orderId);
    return false;
  }
}

async function carryOut(started: Started, payment: Waiting, addresses: ShopAddresses): Promise<void> {
  const { whatIf } = started;
  const { invoiceReference, attempt, order, currency } = payment;
  const { faults, endsAfterMs, payers } = plans[whatIf];
  const limit =
    whatIf === 'lost' ? { clientInvoiceId: clientInvoiceId(order, { attempt: attempt + 1 }) } : { invoiceReference };
  if (faults.length > 0) {
    endLater(limit, endsAfterMs);
    ignoreFailures(payment.orderId, endsAfterMs);
  }
  for (const fault of faults) await addFault(fault, limit);
  for (const balanceOf of payers) {
    // The prefix lets the sandbox delete the payer a day later if it is unused. The rest keeps the id secret, because
    // anyone with it sees the payer's invoices.
    const payer = `visitor-${newKey()}`;
    const balance = { [currency]: balanceOf === 'enough' ? '100000' : '0' };
    started.refusal = (await pay(invoiceReference, payer, balance)) ?? started.refusal;
  }
  if (whatIf === 'lost') await payAgain(payment, addresses);
}

/** Ends the faults after `afterMs`, even if no call has used them up. */
function endLater(limit: FaultLimit, afterMs: number): void {
  const end = () =>
    removeFaults(limit).catch((error: unknown) => log.warn({ err: error }, 'what if: a fault could not be ended'));
  setTimeout(end, afterMs).unref();
}

const CLOSING_TRIES = 6;

/** Cancels the invoice as the payer. Once the shop knows, makes it send the next invoice. */
async function payAgain({ id, orderId, invoiceReference }: Waiting, addresses: ShopAddresses): Promise<void> {
  await cancelByPayer(invoiceReference);
  // The shop asks SEQR at most once a second.
  for (let tries = 0; tries < CLOSING_TRIES; tries += 1) {
    await syncPayment(id, 'buyer');
    const { state } = await db().read.payment.findUniqueOrThrow({ where: { id }, select: { state: true } });
    if (!isOpen(state)) break;
    await pause(500);
  }
  await retryPayment(orderId, addresses);
}
