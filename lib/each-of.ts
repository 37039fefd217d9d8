/**
 * Runs the work for every item, so many at a time, in their order, until `stop` says that the rest is to be left. The first
 * failure is thrown; what has begun goes on.
 */
export async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  run: (item: T) => Promise<void>,
  stop = () => false,
): Promise<void> {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) {
      await run(item);
      if (stop()) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}
