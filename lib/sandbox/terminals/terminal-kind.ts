import type { TerminalKind } from '../database/generated/client';

/**
 * A till (registerTerminal) has one open invoice at a time; a webshop's terminal, which only SEQR issues, has any
 * number (SEQR manual 2.4.2.1).
 */
export function isTill(terminal: { kind: TerminalKind } | null): boolean {
  return terminal?.kind === 'till';
}
