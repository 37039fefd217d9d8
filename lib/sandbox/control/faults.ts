import type { Sandbox } from '../core/context';
import { FAULT_LIMITS } from '../faults/fault';
import { ControlError, readJson } from './control';
import { endFaults, faultRequest, startFault } from './start-fault';

export async function listFaults(sandbox: Sandbox) {
  return { faults: sandbox.faults.list() };
}

export async function addFault(sandbox: Sandbox, request: Request) {
  return startFault(sandbox, await readJson(request, faultRequest));
}

/** Ends all faults, or those matching the query: `?kind=` and the limits of a fault. */
export async function removeFaults(sandbox: Sandbox, request: Request) {
  const wanted = [...new URL(request.url).searchParams];
  const filterNames: readonly string[] = ['kind', ...FAULT_LIMITS];
  const unknown = wanted.find(([key]) => !filterNames.includes(key));
  if (unknown) throw new ControlError(400, `${unknown[0]}: faults cannot be filtered by that.`);
  const removed = await endFaults(sandbox, (fault) =>
    wanted.every(([key, value]) => Object.entries(fault).some(([k, v]) => k === key && v === value)),
  );
  return { ok: true, removed };
}

export async function removeFault(sandbox: Sandbox, _request: Request, { id }: { id: string }) {
  const removed = await endFaults(sandbox, (fault) => String(fault.id) === id);
  if (removed === 0) throw new ControlError(404, 'There is no such fault.');
  return { ok: true, removed };
}
