import { AsyncLocalStorage } from 'node:async_hooks';
import { processGlobal } from '../process-global';

const attempts = () => processGlobal('after-commit', () => new AsyncLocalStorage<(() => void)[]>());

/**
 * Runs `action`, such as logging, after the current write has been committed: never for a write that is rolled back, and
 * once for a write that is repeated. It must be called while a `write` runs, and `action` must not throw.
 */
export function afterCommit(action: () => void): void {
  const actions = attempts().getStore();
  if (!actions) throw new Error('afterCommit: called outside a write of the database');
  actions.push(action);
}

/** Runs a write whose attempts may call `afterCommit`. `write` passes each attempt to the database. */
export async function withAfterCommit<Tx, T>(
  run: (tx: Tx) => Promise<T>,
  write: (attempt: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<T> {
  let actions: (() => void)[] = [];
  const result = await write((tx) => {
    actions = [];
    return attempts().run(actions, () => run(tx));
  });
  for (const action of actions) action();
  return result;
}
