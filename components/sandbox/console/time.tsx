const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium', timeZone: 'Europe/Stockholm' });
const full = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Europe/Stockholm',
});

/** Swedish time, as SEQR uses it: today's entries without the date. */
export function Time({ at, now }: { at: Date; now: Date }) {
  const [date] = full.format(at).split(' ');
  const [today] = full.format(now).split(' ');
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
      {date === today ? clock.format(at) : full.format(at)}
    </time>
  );
}

/** The time after an event: `+1.2 s`, `+3 min`. */
export function formatAfter(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `+${seconds.toFixed(1)} s`;
  if (seconds < 120) return `+${Math.round(seconds)} s`;
  if (seconds < 7200) return `+${Math.round(seconds / 60)} min`;
  return `+${Math.round(seconds / 3600)} h`;
}
