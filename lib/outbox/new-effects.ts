import { processGlobal } from '../process-global';

/** Whether this process may have queued effects that its loop has not looked for yet. */
const news = () => processGlobal('new-effects', () => ({ arrived: true }));

/** Lets the loop look for due effects at its next tick, instead of within a second. */
export function noteNewEffects(): void {
  news().arrived = true;
}

export function takeNewEffects(): boolean {
  const { arrived } = news();
  news().arrived = false;
  return arrived;
}
