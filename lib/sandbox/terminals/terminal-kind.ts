/**
 * A till (registerTerminal) has one open invoice at a time; a webshop's terminal, which only SEQR issues, has any
 * number (SEQR manual 2.4.2.1).
 */
export const TERMINAL_KINDS = ['till', 'webshop'] as const;
export type TerminalKind = (typeof TERMINAL_KINDS)[number];

export function isTill(terminal: { kind: string } | null): boolean {
  return terminal?.kind === ('till' satisfies TerminalKind);
}
