/**
 * Calls `run` for every item in order, with at most `concurrency` calls at a time. Takes no further item after a failure,
 * or if `stop` returns true after a call. Once all calls have ended, throws the first failure.
 */
export async function eachOf<T>(
  items: readonly T[],
  concurrency: number,
  run: (item: T) => Promise<void>,
  stop = () => false,
): Promise<void> {
  const queue = items.values();
  const failures: unknown[] = [];
  const lane = async () => {
    for (const item of queue) {
      await run(item).catch((error: unknown) => failures.push(error));
      if (failures.length > 0 || stop()) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, lane));
  if (failures.length > 0) throw failures[0];
}
