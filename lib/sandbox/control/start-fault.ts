import type { Sandbox } from '../core/context';
import { type Fault, type NewFault, newFault } from '../faults/fault';
import { operationNames } from '../operations/operations';

/** Also refuses a misspelt operation, because such a fault would never apply. */
export const faultRequest = newFault.superRefine((fault, context) => {
  if (!('operation' in fault) || fault.operation === undefined || operationNames.includes(fault.operation)) return;
  context.addIssue({ code: 'custom', path: ['operation'], message: 'is not an operation of SEQR’s contract' });
});

export async function startFault(sandbox: Sandbox, fault: NewFault): Promise<Fault> {
  const started = await sandbox.faults.add(fault, sandbox.now());
  sandbox.events.publish({ invoiceReference: '', kind: 'faults' });
  return started;
}

/** Ends the selected faults and returns their number. Held-back notifications are sent. */
export async function endFaults(sandbox: Sandbox, which: (fault: Fault) => boolean): Promise<number> {
  const ended = await sandbox.faults.remove(which, sandbox.now());
  sandbox.wake(sandbox.now());
  sandbox.events.publish({ invoiceReference: '', kind: 'faults' });
  return ended.length;
}
