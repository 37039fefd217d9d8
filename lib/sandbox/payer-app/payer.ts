// Everything that the payer app may read and do with this process's sandbox. Refusals are return values, not
// exceptions.

import { now } from '../../clock';
import { isPin } from '../../input-limits';
import type { Money } from '../../money';
import { getSandbox } from '../boot/create-sandbox';
import type { Sandbox } from '../core/context';
import { getReceipt as readReceipt } from '../invoices/list-receipts';
import { findStaticCode as findCode } from '../invoices/static-codes';
import { cancelInvoiceByPayer } from '../payers/cancel-by-payer';
import { DEFAULT_PAYER } from '../payers/default-payer';
import { answerCard as answer } from '../payers/keep-card';
import { type PayRefusal, payInvoice as pay } from '../payers/pay-invoice';
import { savePayer as save } from '../payers/save-payer';
import { scanInvoice as scan } from '../payers/scan-invoice';
import { getPayer as findPayer, listNewestPayers as listPayers, type PayerView } from '../payers/view-payer';
import { getInvoice as viewInvoice } from './view-invoice';

export { DEFAULT_PAYER, DEFAULT_PIN } from '../payers/default-payer';
export { MAX_CARDS } from '../payers/keep-card';
export type { PayerView } from '../payers/view-payer';
export type { InvoiceView, ReceiptLink, RowView } from './view-invoice';

/** Why nothing was paid or cancelled. `closed` stands for every reason that the invoice's own page shows. */
export type AppRefusal =
  | 'wrong-pin'
  | 'malformed-pin'
  | 'pin-blocked'
  | 'too-little-money'
  | 'cannot-reserve'
  | 'changed'
  | 'closed';

export const getInvoice = onSandbox(viewInvoice);
export const getReceipt = onSandbox(readReceipt);
export const findStaticCode = onSandbox(findCode);
export const scanInvoice = onSandbox(scan);
export const answerCard = onSandbox(answer);
export const getPayer = onSandbox(findPayer);
export const savePayer = onSandbox(save);
export const listNewestPayers = onSandbox(listPayers);

function onSandbox<Args extends unknown[], Result>(action: (sandbox: Sandbox, ...args: Args) => Promise<Result>) {
  return async (...args: Args): Promise<Result> => action(await getSandbox(), ...args);
}

/**
 * Returns the payer with the SEK balance first. `blockedUntil` is null once the block has ended. Throws if there is no
 * such payer.
 */
export async function getWallet(payerId: string = DEFAULT_PAYER): Promise<PayerView> {
  const payer = await getPayer(payerId);
  if (!payer) throw new Error(`sandbox: payer ${payerId} is missing`);
  const first = (a: Money, b: Money) => Number(b.currency === 'SEK') - Number(a.currency === 'SEK');
  const { balances, blockedUntil } = payer;
  const isBlocked = blockedUntil !== null && blockedUntil > now();
  return { ...payer, balances: balances.toSorted(first), blockedUntil: isBlocked ? blockedUntil : null };
}

/**
 * Pays the invoice. Returns why it was not paid, or null if it is paid or the payment is in progress. `seenTotal`: the
 * total that the payer saw, in minor units.
 */
export async function payInvoice(
  reference: string,
  pin: string,
  payerId: string | undefined,
  seenTotal?: number,
): Promise<AppRefusal | null> {
  if (!isPin(pin)) return 'malformed-pin';
  const result = await pay(await getSandbox(), reference, pin, { payerId, seenTotal });
  return result.ok ? null : toAppRefusal(result.reason);
}

/** Cancels the invoice. Returns why it was not cancelled, or null if it was. */
export async function cancelInvoice(reference: string): Promise<AppRefusal | null> {
  const result = await cancelInvoiceByPayer(await getSandbox(), reference);
  return result.ok ? null : toAppRefusal(result.reason);
}

function toAppRefusal(reason: PayRefusal): AppRefusal {
  switch (reason) {
    case 'wrong-pin':
    case 'pin-blocked':
    case 'too-little-money':
    case 'cannot-reserve':
    case 'changed':
      return reason;
    case 'unknown':
    case 'unknown-payer':
    case 'already-paid':
    case 'canceled':
    case 'expired':
    case 'failed':
    case 'payment-failed':
    case 'in-progress':
    case 'waiting-for-merchant':
      return 'closed';
  }
}
