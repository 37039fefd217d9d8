import type { Sandbox } from '../context';
import type { Fault, NewFault } from './fault';

export async function startFault(sandbox: Sandbox, fault: NewFault): Promise<Fault> {
  const started = await sandbox.faults.add(fault, sandbox.now());
  sandbox.events.publish({ invoiceReference: '', kind: 'faults' });
  return started;
}

/** Ends the faults that `which` picks and returns how many; what they kept back goes on. */
export async function endFaults(sandbox: Sandbox, which: (fault: Fault) => boolean): Promise<number> {
  const ended = await sandbox.faults.remove(which, sandbox.now());
  sandbox.wake(sandbox.now());
  sandbox.events.publish({ invoiceReference: '', kind: 'faults' });
  return ended.length;
}
