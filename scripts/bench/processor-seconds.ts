import { readFileSync } from 'node:fs';

/** The unit of /proc/<pid>/stat is 1/100 s on common machines, whatever the rate of the kernel's timer. */
const TICKS_PER_SECOND = 100;

/**
 * Returns the seconds of processor time that the process and its descendants have used so far. NaN where /proc has no
 * such process.
 */
export function processorSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // Fields 14 to 17 of proc(5): utime, stime, and the same two for children that have ended.
    const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + (processorSeconds(Number(child)) || 0), own);
  } catch {
    return Number.NaN;
  }
}
