export type Outages = ReturnType<typeof recordOutages>;

/** The times in which something was deliberately out of order. */
export function recordOutages() {
  const outages: { from: number; to: number }[] = [];
  return {
    outages,
    isNow: () => outages.at(-1)?.to === Number.POSITIVE_INFINITY,
    /** Runs `work` and records its duration. */
    during: async (work: () => Promise<void>): Promise<void> => {
      const outage = { from: Date.now(), to: Number.POSITIVE_INFINITY };
      outages.push(outage);
      try {
        await work();
      } finally {
        outage.to = Date.now();
      }
    },
  };
}
