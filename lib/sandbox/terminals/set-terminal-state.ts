import type { Sandbox } from '../context';
import { merchantsChanged } from '../merchants-changed';

/** Blocks a terminal (its calls answer 33) or lets it go on. False when there is none, or it is unregistered. */
export async function setTerminalState(sandbox: Sandbox, id: string, state: 'ACTIVE' | 'BLOCKED'): Promise<boolean> {
  const { count } = await sandbox.db.write((tx) =>
    tx.terminal.updateMany({ where: { id, state: { not: 'UNREGISTERED' } }, data: { state } }),
  );
  if (count === 0) return false;
  merchantsChanged(sandbox);
  return true;
}
