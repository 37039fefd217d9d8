import { z } from 'zod';
import { money, storedCurrency, toDecimal } from '../../money';
import type { Sandbox } from '../core/context';
import { hideCredentials } from '../core/hide-credentials';
import { qrCodeOf } from '../core/references';
import { listReceipts } from '../invoices/list-receipts';
import { findInvoice } from '../invoices/on-invoice';
import { reverseInvoice } from '../invoices/reverse-invoice';
import { parseRows } from '../invoices/rows';
import { parseTokens } from '../invoices/tokens';
import { cancelInvoiceByPayer } from '../payers/cancel-by-payer';
import { type PayRefusal, payInvoice } from '../payers/pay-invoice';
import { scanInvoice } from '../payers/scan-invoice';
import { ControlError, readJson } from './control';

type Params = { reference: string };

const payer = z.string().min(1).max(100).optional();
const payRequest = z.object({
  pin: z.string({ error: 'is missing: the payer’s PIN as text, such as "1234"' }),
  payer,
  takesSeconds: z.int().min(0).max(86_400).optional(),
});

export async function scan(sandbox: Sandbox, request: Request, { reference }: Params) {
  const body = await readJson(request, z.object({ payer }));
  const result = await scanInvoice(sandbox, reference, body.payer);
  return result.ok ? result : refused(result.reason);
}

export async function pay(sandbox: Sandbox, request: Request, { reference }: Params) {
  const body = await readJson(request, payRequest);
  const result = await payInvoice(sandbox, reference, body.pin, {
    payerId: body.payer,
    takesSeconds: body.takesSeconds,
  });
  return result.ok ? result : refused(result.reason, result.explanation);
}

export async function cancel(sandbox: Sandbox, _request: Request, { reference }: Params) {
  const result = await cancelInvoiceByPayer(sandbox, reference);
  return result.ok ? { ok: true, status: 'CANCELED' } : refused(result.reason);
}

/**
 * Reverses a paid invoice, even if the merchant has queried its status. SEQR itself reversed a payment only if its status
 * was not queried within 20 seconds.
 */
export async function reverse(sandbox: Sandbox, _request: Request, { reference }: Params) {
  const result = await reverseInvoice(sandbox, reference);
  if (!result) throw new ControlError(404, 'There is no such invoice.');
  if (result.ok) return { ok: true, status: result.status };
  throw new ControlError(409, `Only a paid invoice can be reversed; this one is ${result.status}.`);
}

function refused(reason: PayRefusal, explanation?: string | null): never {
  if (reason === 'unknown') throw new ControlError(404, 'There is no such invoice.', { ok: false, reason });
  if (reason === 'unknown-payer') throw new ControlError(404, 'There is no such payer.', { ok: false, reason });
  throw new ControlError(409, explanation ?? refusals[reason], { ok: false, reason });
}

const refusals: Record<Exclude<PayRefusal, 'unknown' | 'unknown-payer'>, string> = {
  'already-paid': 'The invoice is already paid or reserved.',
  canceled: 'The invoice is cancelled.',
  expired: 'The invoice has expired.',
  failed: 'The payment of this invoice has failed.',
  'in-progress': 'A payer is confirming this invoice right now.',
  'waiting-for-merchant': 'The payer waits until the merchant calls updateInvoice.',
  changed: 'The invoice was changed concurrently.',
  'wrong-pin': 'The PIN is wrong.',
  'pin-blocked': 'The PIN was wrong three times: the payer is blocked for a minute.',
  'too-little-money': 'The payer has too little money in that currency.',
  'cannot-reserve': 'The invoice requires a reservation, which the payer’s bank does not support.',
  'payment-failed': 'The payment failed (PIN 0001 or a fault), so the invoice is FAILED.',
};

/** Returns everything that the sandbox stores about an invoice, with amounts as decimals. */
export async function read(sandbox: Sandbox, _request: Request, { reference }: Params) {
  const invoice = await findInvoice(sandbox, reference);
  if (!invoice) throw new ControlError(404, 'There is no such invoice.');
  const { read } = sandbox.db;
  const where = { invoiceReference: reference };
  const events = await read.invoiceEvent.findMany({ where, orderBy: { id: 'asc' } });
  const notifications = await read.notification.findMany({
    where,
    orderBy: { id: 'asc' },
    include: { tries: { orderBy: { id: 'asc' } } },
  });
  const currency = storedCurrency(invoice.currency);
  const sum = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? null : toDecimal(money(amount, currency));
  const { dueAt: _dueAt, rows, tokens, total, reserved, paid, refunded, ...plain } = invoice;
  return {
    ...plain,
    notificationUrl: plain.notificationUrl && hideCredentials(plain.notificationUrl),
    invoiceReference: reference,
    invoiceQRCode: qrCodeOf(sandbox.qrBase, reference),
    total: sum(total),
    reserved: sum(reserved),
    paid: invoice.status === 'PAID' ? sum(paid) : null,
    refunded: sum(refunded),
    rows: parseRows(rows).map((row) => ({
      ...row,
      total: sum(row.total),
      unitPrice: sum(row.unitPrice),
      discount: sum(row.discount),
    })),
    tokens: parseTokens(tokens),
    receipts: await listReceipts(sandbox, reference),
    events: events.map(({ at, kind, detail }) => ({ at, kind, detail })),
    notifications: notifications.map(({ url, createdAt, doneAt, dueAt, tries }) => ({
      url: hideCredentials(url),
      createdAt,
      doneAt,
      open: dueAt !== null,
      attempts: tries.map(({ at, httpStatus, failure, milliseconds }) => ({ at, httpStatus, failure, milliseconds })),
    })),
  };
}
