import { processGlobal } from '../process-global';

/** How many calls may wait while one runs. */
const MAX_WAITING = 4;

/** Runs one `work` at a time, so that uploads leave processor time for the shop. `busy`: too many are waiting. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T | 'busy'> {
  const queue = processGlobal('media-queue', () => ({ length: 0, last: Promise.resolve() }));
  if (queue.length > MAX_WAITING) return 'busy';
  queue.length++;
  const result = queue.last.then(work);
  queue.last = result.then(
    () => {},
    () => {},
  );
  return result.finally(() => {
    queue.length--;
  });
}
