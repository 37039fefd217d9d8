// Everything the console may read and do with this process's sandbox, after `openConsole` has checked access.
import type { ZodError } from 'zod';
import { getSandbox } from '../boot/create-sandbox';
import { finishDueWork } from '../boot/due-work';
import { listResellersAndTerminals } from '../control/merchants';
import { endFaults, faultRequest, startFault } from '../control/start-fault';
import { advanceClocks, type ClockScope } from '../core/clock';
import { reverseInvoice } from '../invoices/reverse-invoice';
import { operationNames } from '../operations/operations';
import { setTerminalState } from '../operations/set-terminal-state';
import { cancelInvoiceByPayer } from '../payers/cancel-by-payer';
import { payInvoice } from '../payers/pay-invoice';
import { type PayerChange, savePayer } from '../payers/save-payer';
import { scanInvoice } from '../payers/scan-invoice';
import { getPayer } from '../payers/view-payer';
import { ISSUE_REFUSALS, issueWebshop, newWebshop } from '../terminals/issue-webshop';
import { mayUseConsole } from './access';
import { getInvoiceDetails, type InvoiceQuery, listInvoices } from './invoices';
import { getMessage, listMessages, type MessageQuery } from './messages';
import { listNotifications, type NotificationQuery } from './notifications';
import { getOverview, getRevision } from './overview';
import { listPayers } from './payers';

export type { FaultKind } from '../faults/fault';
export { toConsoleToken } from './access';

export type SandboxConsole = NonNullable<Awaited<ReturnType<typeof openConsole>>>;

/** Returns null if the sandbox is public and `token` is not the token of its key (`toConsoleToken`). */
export async function openConsole(token: string | undefined) {
  if (!mayUseConsole(token)) return null;
  const sandbox = await getSandbox();
  return {
    operationNames,
    getOverview: () => getOverview(sandbox),
    getRevision: () => getRevision(sandbox),
    listInvoices: (query: InvoiceQuery) => listInvoices(sandbox, query),
    getInvoice: (reference: string) => getInvoiceDetails(sandbox, reference),
    listMessages: (query: MessageQuery) => listMessages(sandbox, query),
    getMessage: (id: number) => getMessage(sandbox, id),
    listNotifications: (query: NotificationQuery) => listNotifications(sandbox, query),
    listPayers: (query: { text?: string | undefined; before?: string | undefined }) => listPayers(sandbox, query),
    getPayer: (id: string) => getPayer(sandbox, id),
    savePayer: (id: string, change: PayerChange) => savePayer(sandbox, id, change),
    getMerchants: () => listResellersAndTerminals(sandbox),
    /** Issues a webshop's terminal, or returns what is wrong with the values. */
    issueWebshop: async (values: unknown): Promise<{ ok: true } | { ok: false; problems: string[] }> => {
      const wanted = newWebshop.safeParse(values);
      if (!wanted.success) return { ok: false, problems: problemsOf(wanted.error) };
      const result = await issueWebshop(sandbox, wanted.data);
      return result === 'issued' ? { ok: true } : { ok: false, problems: [ISSUE_REFUSALS[result]] };
    },
    setTerminalState: (id: string, state: 'ACTIVE' | 'BLOCKED') => setTerminalState(sandbox, id, state),
    listFaults: () => sandbox.faults.list(),
    /** Starts a fault, or returns what is wrong with the values. */
    startFault: async (values: unknown): Promise<{ ok: true } | { ok: false; problems: string[] }> => {
      const fault = faultRequest.safeParse(values);
      if (!fault.success) return { ok: false, problems: problemsOf(fault.error) };
      await startFault(sandbox, fault.data);
      return { ok: true };
    },
    /** Ends the fault with this id, or all faults if no id is given. */
    endFaults: (id?: number) => endFaults(sandbox, (fault) => id === undefined || fault.id === id),
    reverse: (reference: string) => reverseInvoice(sandbox, reference),
    scan: (reference: string, payerId?: string) => scanInvoice(sandbox, reference, payerId),
    pay: (reference: string, pin: string, payerId?: string) => payInvoice(sandbox, reference, pin, { payerId }),
    cancel: (reference: string) => cancelInvoiceByPayer(sandbox, reference),
    /** Advances clocks and runs the work that becomes due. Returns false if there is no such invoice or terminal. */
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
