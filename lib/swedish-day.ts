const timeZone = 'Europe/Stockholm';
const days = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
const offsets = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });

/** The shop's day at that moment, as `2026-11-23`. */
export function swedishDay(date: Date): string {
  return days.format(date);
}

/** When a day such as `2026-11-23` begins in Sweden; null for what is no day. */
export function startOfSwedishDay(day: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return null;
  // The offset changes at one in the morning UTC, so that of an hour or two before midnight UTC is right for midnight.
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
