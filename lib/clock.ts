/** The shop's clock. Shop code asks it for the time instead of calling `new Date()`. */
export function now(): Date {
  return new Date();
}

export function secondsAfter(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}

/** Milliseconds for measuring durations, unaffected by changes to the system clock. */
export function monotonicMs(): number {
  return performance.now();
}
