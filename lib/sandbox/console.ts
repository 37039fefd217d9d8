// What the console may see and do, on this process's sandbox, once `openConsole` has let its reader in.
import type { ZodError } from 'zod';
import { advanceClocks, type ClockScope } from './clock';
import { mayUseConsole } from './console/access';
import { getInvoiceLife, type InvoiceQuery, listInvoices } from './console/invoices';
import { getMessage, listMessages, type MessageQuery } from './console/messages';
import { listNotifications, type NotificationQuery } from './console/notifications';
import { getChangeWord, getOverview } from './console/overview';
import { listPayers } from './console/payers';
import { readMerchants } from './control/merchants';
import { finishDueWork } from './due-work';
import { newFault } from './faults/fault';
import { endFaults, startFault } from './faults/start-and-end';
import { reverseInvoice } from './invoices/reverse-invoice';
import { operationNames } from './operations/operations';
import { cancelInvoiceByPayer } from './payers/cancel-by-payer';
import { payInvoice } from './payers/pay-invoice';
import { type PayerChange, savePayer } from './payers/save-payer';
import { scanInvoice } from './payers/scan-invoice';
import { getPayer } from './payers/view-payer';
import { ISSUE_REFUSALS, issueWebshop, newWebshop } from './terminals/issue-webshop';
import { setTerminalState } from './terminals/set-terminal-state';
import { theSandbox } from './the-sandbox';

export { isConsoleLocked, toConsoleToken } from './console/access';
export type { FaultKind } from './faults/fault';

export type Console = NonNullable<Awaited<ReturnType<typeof openConsole>>>;

/** Null when the sandbox is public and `token` is not what its key gives (`toConsoleToken`). */
export async function openConsole(token: string | undefined) {
  if (!mayUseConsole(token)) return null;
  const sandbox = await theSandbox();
  return {
    operationNames,
    getOverview: () => getOverview(sandbox),
    getChangeWord: () => getChangeWord(sandbox),
    listInvoices: (query: InvoiceQuery) => listInvoices(sandbox, query),
    getInvoice: (reference: string) => getInvoiceLife(sandbox, reference),
    listMessages: (query: MessageQuery) => listMessages(sandbox, query),
    getMessage: (id: number) => getMessage(sandbox, id),
    listNotifications: (query: NotificationQuery) => listNotifications(sandbox, query),
    listPayers: (query: { text?: string | undefined; before?: string | undefined }) => listPayers(sandbox, query),
    getPayer: (id: string) => getPayer(sandbox, id),
    savePayer: (id: string, change: PayerChange) => savePayer(sandbox, id, change),
    getMerchants: () => readMerchants(sandbox),
    /** Issues the webshop's terminal that these values describe; else says what is wrong with them. */
    issueWebshop: async (values: unknown): Promise<{ ok: true } | { ok: false; problems: string[] }> => {
      const wanted = newWebshop.safeParse(values);
      if (!wanted.success) return { ok: false, problems: problemsOf(wanted.error) };
      const result = await issueWebshop(sandbox, wanted.data);
      return result === 'issued' ? { ok: true } : { ok: false, problems: [ISSUE_REFUSALS[result]] };
    },
    setTerminalState: (id: string, state: 'ACTIVE' | 'BLOCKED') => setTerminalState(sandbox, id, state),
    listFaults: () => sandbox.faults.list(),
    /** Starts the fault that these values describe; else says what is wrong with them. */
    startFault: async (values: unknown): Promise<{ ok: true } | { ok: false; problems: string[] }> => {
      const fault = newFault.safeParse(values);
      if (!fault.success) return { ok: false, problems: problemsOf(fault.error) };
      await startFault(sandbox, fault.data);
      return { ok: true };
    },
    /** One, or all when no id is given. */
    endFaults: (id?: number) => endFaults(sandbox, (fault) => id === undefined || fault.id === id),
    reverse: (reference: string) => reverseInvoice(sandbox, reference),
    scan: (reference: string, payerId?: string) => scanInvoice(sandbox, reference, payerId),
    pay: (reference: string, pin: string, payerId?: string) => payInvoice(sandbox, reference, pin, { payerId }),
    cancel: (reference: string) => cancelInvoiceByPayer(sandbox, reference),
    /** Moves clocks ahead and does what falls due. False when there is no such invoice or terminal. */
    advance: async (seconds: number, scope: ClockScope) => {
      const moved = await advanceClocks(sandbox, scope, seconds);
      if (moved) await finishDueWork(sandbox, scope.invoiceReference);
      return moved;
    },
  };
}

function problemsOf({ issues }: ZodError): string[] {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
