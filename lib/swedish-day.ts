const timeZone = 'Europe/Stockholm';
const days = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
const offsets = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });

/** The day in Sweden at that moment, such as `2026-11-23`. */
export function swedishDay(date: Date): string {
  return days.format(date);
}

/** The start of a day such as `2026-11-23` in Sweden. Null for an invalid day. */
export function startOfSwedishDay(day: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return null;
  // The offset changes at 01:00 UTC, so the offset two hours before midnight UTC is the right one for midnight in
  // Sweden.
  return new Date(midnight.getTime() - offsetMs(new Date(midnight.getTime() - 2 * 3_600_000)));
}

/** `('2026-11-23', 1)` → `2026-11-24`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

function offsetMs(date: Date): number {
  const name = offsets.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
}
