/** A measurement ends after this time, even if a slow shop has answered fewer calls. */
const LONGEST_MS = 40_000;

/**
 * Runs the work `times` times, `lanes` at a time. Starts no new work after 40 s. Returns how often the work was done,
 * and the rate per second.
 */
export async function inLanes(
  lanes: number,
  times: number,
  work: () => Promise<void>,
): Promise<{ done: number; rate: number }> {
  let done = 0;
  let left = times;
  const started = performance.now();
  const lane = async () => {
    while (left-- > 0 && performance.now() - started < LONGEST_MS) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { done, rate: done / ((performance.now() - started) / 1000) };
}
