// What the console may see and do, on this process's sandbox, once `openConsole` has let its reader in.
import { advanceClocks, type ClockScope } from './clock';
import { mayUseConsole } from './console/access';
import { getInvoiceLife, type InvoiceQuery, listInvoices } from './console/invoices';
import { getMessage, listMessages, type MessageQuery } from './console/messages';
import { getChangeWord, getOverview } from './console/overview';
import { finishDueWork } from './due-work';
import { operationNames } from './operations/operations';
import { cancelInvoiceByPayer } from './payers/cancel-by-payer';
import { payInvoice } from './payers/pay-invoice';
import { scanInvoice } from './payers/scan-invoice';
import { theSandbox } from './the-sandbox';

export { isConsoleLocked, toConsoleToken } from './console/access';

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
