// What the payer's app may do, on this process's sandbox. Expected outcomes come back as values.
import type { InvoiceChange } from './events';
import { getPayerInvoice as getInvoice, type PayerInvoice } from './invoices/view-invoice';
import { type CancelResult, cancelInvoiceByPayer as cancel } from './payers/cancel-by-payer';
import { answerCard as answer } from './payers/keep-card';
import { listNewestPayers as listNewest } from './payers/newest-payers';
import { type PayOptions, type PayResult, payInvoice as pay } from './payers/pay-invoice';
import { type PayerChange, savePayer as save } from './payers/save-payer';
import { type ScanResult, scanInvoice as scan } from './payers/scan-invoice';
import { getPayer as get, type PayerView } from './payers/view-payer';
import { getReceipt as readReceipt } from './receipts/list-receipts';
import { findStaticCode as find } from './static-codes';
import { theSandbox } from './the-sandbox';

export type { PayerInvoice, PayerRow } from './invoices/view-invoice';
export type { CancelResult } from './payers/cancel-by-payer';
export { DEFAULT_PAYER as DEFAULT_PAYER_ID } from './payers/default-payer';
export { MOST_CARDS } from './payers/keep-card';
export type { PayRefusal, PayResult } from './payers/pay-invoice';
export type { ScanResult } from './payers/scan-invoice';
export type { PayerPayment, PayerView } from './payers/view-payer';

/** Null when there is no such invoice. */
export async function getPayerInvoice(reference: string): Promise<PayerInvoice | null> {
  return getInvoice(await theSandbox(), reference);
}

/** A document that the merchant submitted for this invoice. Null when there is none with that id. */
export async function getReceipt(reference: string, id: number) {
  return readReceipt(await theSandbox(), reference, id);
}

/** The payer has the invoice open. */
export async function scanInvoice(reference: string, payerId?: string): Promise<ScanResult> {
  return scan(await theSandbox(), reference, payerId);
}

export async function payInvoice(
  reference: string,
  pin: string,
  payerId?: string,
  options: Omit<PayOptions, 'payerId'> = {},
): Promise<PayResult> {
  return pay(await theSandbox(), reference, pin, { ...options, payerId });
}

/** Whether the app keeps the card that the till swiped; false if there is no such question. */
export async function answerCard(reference: string, payerId: string, keep: boolean): Promise<boolean> {
  return answer(await theSandbox(), reference, payerId, keep);
}

export async function cancelInvoiceByPayer(reference: string): Promise<CancelResult> {
  return cancel(await theSandbox(), reference);
}

/** Null when there is no such payer; without an id the one who exists from the start. */
export async function getPayer(id?: string): Promise<PayerView | null> {
  return get(await theSandbox(), id);
}

/** Makes a payer (PIN 1234, 101 000 in every currency), or changes one. */
export async function savePayer(id: string, change: PayerChange): Promise<void> {
  return save(await theSandbox(), id, change);
}

/** The payer who exists from the start, then the others, newest first. */
export async function listNewestPayers(limit: number): Promise<{ id: string; name: string }[]> {
  return listNewest(await theSandbox(), limit);
}

/** Hears of each change to an invoice of this process's sandbox; returns what ends it. */
export async function watchInvoice(reference: string, listener: (change: InvoiceChange) => void): Promise<() => void> {
  return (await theSandbox()).events.subscribe(reference, listener);
}

/** What a terminal's static code shows: its newest open invoice, if it has one. Null when no terminal has the code. */
export async function findStaticCode(
  code: string,
): Promise<{ merchant: string; invoiceReference: string | null } | null> {
  return find(await theSandbox(), code);
}
