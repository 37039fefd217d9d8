import { smallButton } from './styles';

const STEPS = [
  [20, '+20 s'],
  [60, '+1 min'],
  [3_600, '+1 h'],
  [86_400, '+1 day'],
] as const;

/** Moves the clock of a terminal and its invoices forward. Without `terminalId`, moves all clocks. */
export function ClockButtons({ terminalId }: { terminalId?: string }) {
  return (
    <form action="/sandbox/clock" method="post" className="flex flex-wrap gap-1.5">
      {terminalId !== undefined && <input type="hidden" name="terminalId" value={terminalId} />}
      {STEPS.map(([seconds, text]) => (
        <button key={seconds} type="submit" name="advance" value={seconds} className={smallButton}>
          {text}
        </button>
      ))}
    </form>
  );
}
