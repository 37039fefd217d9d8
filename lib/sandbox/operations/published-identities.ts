import { secondsAfter } from '../../clock';
import { TEST_RESELLER, TEST_TERMINAL } from '../../published-identity';
import type { Sandbox } from '../core/context';
import type { Invoice } from '../database/generated/client';
import { type Answer, refuse } from '../wire/answer';
import type { Caller } from './authenticate';

// In a public sandbox everyone knows the published passwords, so calls with them must not affect other users' data.

const terminalMay = ['sendInvoice', 'getPaymentStatus', 'cancelInvoice', 'refundPayment'];
const resellerMay = ['registerTerminal'];

const REFUND_SECONDS = 3600;

/** Whether the caller uses the published terminal or reseller user of a public sandbox. */
export function isShared({ hosted }: Sandbox, caller: Caller): boolean {
  if (!hosted) return false;
  return caller.type === 'TERMINALID'
    ? caller.terminal.id === TEST_TERMINAL.id
    : caller.reseller.id === TEST_RESELLER.id;
}

/** Returns why a public sandbox refuses this operation, or null if it does not. */
export function whyNotInPublic(sandbox: Sandbox, caller: Caller, operation: string): Answer | null {
  if (!sandbox.hosted) return null;
  if (caller.type === 'TERMINALID' && ![null, caller.address].includes(caller.terminal.ownerAddress)) {
    return refuse('ACCESS_DENIED', 'the terminal may only be used from the address that registered it');
  }
  const may = caller.type === 'TERMINALID' ? terminalMay : resellerMay;
  if (!isShared(sandbox, caller) || may.includes(operation)) return null;
  return refuse('ACCESS_DENIED', `in a public sandbox the published credentials may only call ${may.join(', ')}`);
}

/**
 * Whether a public sandbox refuses this refund: the published terminal refunds only invoices that the same address sent
 * within the last hour.
 */
export function isRefundOfOthers(sandbox: Sandbox, caller: Caller, invoice: Invoice, time: Date): boolean {
  if (!isShared(sandbox, caller)) return false;
  const isOwn = caller.address !== '' && invoice.senderAddress === caller.address;
  return !isOwn || time > secondsAfter(invoice.createdAt, REFUND_SECONDS);
}
