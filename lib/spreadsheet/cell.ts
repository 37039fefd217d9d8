import type { Money } from '../money';

/** The content of an export's cell; null is empty. */
export type Cell = string | Money | Date | null;

export type Column = { readonly title: string; readonly width?: number };

const timeZone = 'Europe/Stockholm';
const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });

/** `2026-11-23 14:05:07` in Swedish time. */
export function swedishTime(date: Date): string {
  return inSweden.format(date);
}

export function isMoney(cell: Cell): cell is Money {
  return cell !== null && typeof cell === 'object' && 'currency' in cell;
}
