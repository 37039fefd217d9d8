import type { Sandbox } from '../context';
import { newFault } from '../faults/fault';
import { ControlError, readJson } from './control';

export async function listFaults(sandbox: Sandbox) {
  return { faults: sandbox.faults.list() };
}

export async function addFault(sandbox: Sandbox, request: Request) {
  const fault = await sandbox.faults.add(await readJson(request, newFault), sandbox.now());
  sandbox.events.publish({ invoiceReference: '', kind: 'faults' });
  return fault;
}

/** Ends all faults, or those that the query names: `?kind=`, `terminalId=`, `invoiceReference=`, `clientInvoiceId=`, `operation=`. */
export async function removeFaults(sandbox: Sandbox, request: Request) {
  const wanted = [...new URL(request.url).searchParams];
  const known = ['kind', 'operation', 'terminalId', 'invoiceReference', 'clientInvoiceId'];
  const unknown = wanted.find(([key]) => !known.includes(key));
  if (unknown) throw new ControlError(400, `${unknown[0]}: faults are not narrowed by that.`);
  const removed = await sandbox.faults.remove(
    (fault) => wanted.every(([key, value]) => Object.entries(fault).some(([k, v]) => k === key && v === value)),
    sandbox.now(),
  );
  return ended(sandbox, removed.length);
}

export async function removeFault(sandbox: Sandbox, _request: Request, { id }: { id: string }) {
  const removed = await sandbox.faults.remove((fault) => String(fault.id) === id, sandbox.now());
  if (removed.length === 0) throw new ControlError(404, 'There is no such fault.');
  return ended(sandbox, removed.length);
}

function ended(sandbox: Sandbox, count: number) {
  sandbox.wake(sandbox.now());
  sandbox.events.publish({ invoiceReference: '', kind: 'faults' });
  return { ok: true, removed: count };
}
