import { readFileSync } from 'node:fs';

/** Returns the megabytes of memory that the process and its children use; undefined except on Linux. */
export function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    const own = (id: unknown) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
    return Math.round([pid, ...children].reduce((sum: number, id) => sum + own(id), 0) / 1024);
  } catch {
    return undefined;
  }
}
