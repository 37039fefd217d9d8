import { smallButton } from './styles';

export type FaultLineView = {
  id: number;
  title: string;
  settings: readonly (readonly [name: string, value: string])[];
};

/** The active faults, each with a button to end it. */
export function FaultList({ faults }: { faults: readonly FaultLineView[] }) {
  if (faults.length === 0) return <p className="px-5 pb-5 text-soft">No faults are active.</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {faults.map((fault) => (
          <li key={fault.id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
            <div className="min-w-0">
              <p className="font-medium">{fault.title}</p>
              <p className="break-words font-mono text-soft text-xs">
                {fault.settings.map(([name, value]) => `${name}: ${value}`).join(', ') || 'every call, until ended'}
              </p>
            </div>
            <form action="/sandbox/faults/act" method="post">
              <button type="submit" name="end" value={fault.id} className={smallButton}>
                End
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form action="/sandbox/faults/act" method="post" className="px-5 py-4">
        <button type="submit" name="end" value="all" className={smallButton}>
          End all
        </button>
      </form>
    </>
  );
}
