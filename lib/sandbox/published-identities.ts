import { secondsAfter } from '../clock';
import { type Answer, refuse } from './answer';
import type { Caller } from './authenticate';
import type { Sandbox } from './context';
import type { Invoice } from './database/generated/client';
import { TEST_RESELLER, TEST_TERMINAL } from './seed';

// In a public sandbox everybody knows the published passwords, so nobody may do with them what concerns others.

const terminalMay = ['sendInvoice', 'getPaymentStatus', 'cancelInvoice', 'refundPayment'];
const resellerMay = ['registerTerminal'];

const REFUND_SECONDS = 3600;

/** Whether the caller signs as the published terminal or reseller user of a sandbox that strangers can reach. */
export function isShared({ hosted }: Sandbox, caller: Caller): boolean {
  if (!hosted) return false;
  return caller.type === 'TERMINALID'
    ? caller.terminal.id === TEST_TERMINAL.id
    : caller.reseller.id === TEST_RESELLER.id;
}

/** Why a public sandbox refuses this operation to this caller; null when it does not. */
export function whyNotInPublic(sandbox: Sandbox, caller: Caller, operation: string): Answer | null {
  if (!sandbox.hosted) return null;
  if (caller.type === 'TERMINALID' && ![null, caller.address].includes(caller.terminal.ownerAddress)) {
    return refuse('ACCESS_DENIED', 'the terminal belongs to the address that registered it, and this is another');
  }
  const may = caller.type === 'TERMINALID' ? terminalMay : resellerMay;
  if (!isShared(sandbox, caller) || may.includes(operation)) return null;
  return refuse('ACCESS_DENIED', `in a public sandbox the published credentials may only ${may.join(', ')}`);
}

/** Whether a public sandbox refuses this refund: the published terminal gives back only what its caller sent just now. */
export function isRefundOfOthers(sandbox: Sandbox, caller: Caller, invoice: Invoice, time: Date): boolean {
  if (!isShared(sandbox, caller)) return false;
  const isOwn = caller.address !== '' && invoice.senderAddress === caller.address;
  return !isOwn || time > secondsAfter(invoice.createdAt, REFUND_SECONDS);
}
