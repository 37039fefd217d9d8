import { ClockButtons } from './clock-buttons';
import { smallButton } from './styles';
import { Time } from './time';

export type TerminalView = {
  id: string;
  kind: string;
  resellerId: string;
  name: string;
  state: string;
  seqrId: string | null;
  clockOffset: number;
  now: Date;
};

const KINDS: Record<string, string> = { till: 'Till', webshop: 'Webshop' };

export function TerminalList({ terminals, now }: { terminals: readonly TerminalView[]; now: Date }) {
  return (
    <ul className="divide-y divide-line">
      {terminals.map((terminal) => (
        <li key={terminal.id} className="grid gap-3 px-5 py-4 md:grid-cols-[1fr_auto_auto] md:items-center">
          <div className="min-w-0">
            <p className="break-all font-mono text-sm">
              <span>{terminal.id}</span>{' '}
              {terminal.state !== 'ACTIVE' && (
                <span className="rounded-full bg-bad-tint px-2 py-0.5 font-sans font-semibold text-bad text-xs">
                  {terminal.state}
                </span>
              )}
            </p>
            <p className="text-soft text-sm">
              <span>{`${KINDS[terminal.kind] ?? terminal.kind}: ${terminal.name}, reseller ${terminal.resellerId}`}</span>
              {terminal.seqrId && (
                <span>
                  , static code{' '}
                  <a href={`/Q${terminal.seqrId}`} className="font-mono text-act underline-offset-4 hover:underline">
                    {terminal.seqrId}
                  </a>
                </span>
              )}
            </p>
            <p className="text-soft text-sm">
              <span>Clock: </span>
              <Time at={terminal.now} now={now} />
              {terminal.clockOffset > 0 && <span>{` (${terminal.clockOffset} s ahead)`}</span>}
            </p>
          </div>
          <ClockButtons terminalId={terminal.id} />
          {terminal.state !== 'UNREGISTERED' && (
            <form action="/sandbox/terminals/act" method="post">
              <input type="hidden" name="terminalId" value={terminal.id} />
              <button
                type="submit"
                name="state"
                value={terminal.state === 'BLOCKED' ? 'ACTIVE' : 'BLOCKED'}
                className={`${smallButton} w-full`}
              >
                {terminal.state === 'BLOCKED' ? 'Unblock' : 'Block'}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
