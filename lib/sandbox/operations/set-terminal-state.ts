import type { Sandbox } from '../core/context';
import { merchantsChanged } from '../core/merchants-changed';

/** Blocks a terminal (its calls answer 33) or unblocks it. Returns false if it does not exist or is unregistered. */
export async function setTerminalState(sandbox: Sandbox, id: string, state: 'ACTIVE' | 'BLOCKED'): Promise<boolean> {
  const { count } = await sandbox.db.write((tx) =>
    tx.terminal.updateMany({ where: { id, state: { not: 'UNREGISTERED' } }, data: { state } }),
  );
  if (count === 0) return false;
  merchantsChanged(sandbox);
  return true;
}
