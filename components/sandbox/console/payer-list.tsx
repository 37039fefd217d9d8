import { toDecimal } from '@/lib/money';
import type { PayerLine } from '@/lib/sandbox/console/payers';
import { smallButton } from './styles';
import { Time } from './time';

export function PayerList({ lines, now }: { lines: readonly PayerLine[]; now: Date }) {
  if (lines.length === 0) return <p className="px-5 py-5 text-soft">No such payer.</p>;
  return (
    <ul className="divide-y divide-line">
      {lines.map((payer) => (
        <li key={payer.id} className="grid gap-x-6 gap-y-3 px-5 py-4 md:grid-cols-[1fr_auto] md:items-center">
          <div className="min-w-0">
            <p className="font-medium">
              <span>{payer.name}</span> <span className="font-mono font-normal text-soft text-sm">{payer.id}</span>
            </p>
            <p className="text-soft text-sm">
              <span>{`PIN ${payer.pin}`}</span>
              {payer.blockedUntil && (
                <span className="text-bad">
                  , blocked until <Time at={payer.blockedUntil} now={now} />
                </span>
              )}
            </p>
            <p className="mt-0.5 text-soft text-xs tabular-nums">
              {payer.balances.map((balance) => `${balance.currency} ${toDecimal(balance)}`).join(' · ')}
            </p>
          </div>
          <div className="flex flex-wrap gap-1.5">
            <a href={`/sandbox/app?payer=${encodeURIComponent(payer.id)}`} className={smallButton}>
              Open the app
            </a>
            <form action="/sandbox/payers/act" method="post" className="flex gap-1.5">
              <input type="hidden" name="payer" value={payer.id} />
              <button type="submit" name="do" value="top-up" className={smallButton}>
                +1 000 kr
              </button>
              <button type="submit" name="do" value="empty" className={smallButton}>
                Empty
              </button>
              <button type="submit" name="do" value="reset" className={smallButton}>
                Reset
              </button>
            </form>
          </div>
        </li>
      ))}
    </ul>
  );
}
