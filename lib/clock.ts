/** The shop's one source of time; nothing else calls `Date.now()`. */
export function now(): Date {
  return new Date();
}

export function secondsAfter(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}

/** Milliseconds from an arbitrary start that no change of the system clock moves: for durations. */
export function monotonicMs(): number {
  return performance.now();
}
