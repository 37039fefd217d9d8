import { processGlobal } from './process-global';

/** `starting`: the first pages are being rendered. `stopping`: this process was told to end. */
type ServerPhase = 'starting' | 'serving' | 'stopping';

/** The phase of this process. A process that serves nothing, such as a command, is `serving`. */
export function serverPhase(): ServerPhase {
  return current().phase;
}

/** Changes the phase of this process, unless it is `stopping`, which is final. */
export function enterPhase(phase: ServerPhase): void {
  if (!isStopping()) current().phase = phase;
}

/** True once this process was told to end. Background work then starts nothing new. */
export function isStopping(): boolean {
  return serverPhase() === 'stopping';
}

function current(): { phase: ServerPhase } {
  return processGlobal('server-phase', (): { phase: ServerPhase } => ({ phase: 'serving' }));
}
