import type { Metadata } from 'next';
import { FaultForm } from '@/components/sandbox/console/fault-form';
import { FaultList } from '@/components/sandbox/console/fault-list';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { only, type Query, requireSandbox } from '../../request';
import { currentConsole } from '../console';
import { faultKinds, isFaultKind } from './kinds';

export const metadata: Metadata = { title: 'Faults' };

const TOLD_ELSEWHERE = ['id', 'kind', 'createdAt'];

export default async function FaultsPage({ searchParams }: { searchParams: Query }) {
  requireSandbox();
  const desk = await currentConsole();
  if (!desk) return <KeyForm wrong={false} />;
  const query = await searchParams;
  const word = await desk.getChangeWord();
  const kinds = faultKinds(desk.operationNames);
  const asked = only(query.kind);
  const kind = isFaultKind(asked, kinds) ? asked : 'resultCode';
  const faults = desk.listFaults().map((fault) => ({
    id: fault.id,
    title: kinds[fault.kind].title,
    settings: Object.entries(fault)
      .filter(([name, value]) => !TOLD_ELSEWHERE.includes(name) && value !== null && value !== undefined)
      .map(([name, value]) => [name, String(value)] as const),
  }));
  return (
    <>
      <PageHead
        title="Faults"
        text="Misbehaviour on demand, for the next few calls or until ended. Narrowed to a terminal or an invoice, faults of tests that run in parallel do not meet."
      >
        <LivePage word={word} />
      </PageHead>
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <div className="grid gap-6">
          <Card title="In force">
            <FaultList faults={faults} />
          </Card>
          <Card title="All kinds">
            <ul className="grid gap-x-4 px-3 pb-4 sm:grid-cols-2">
              {Object.entries(kinds).map(([name, { title }]) => (
                <li key={name}>
                  <a
                    href={`?kind=${name}`}
                    aria-current={name === kind}
                    className={`block rounded-lg px-2 py-1.5 text-sm ${name === kind ? 'bg-tint font-semibold text-tint-ink' : 'text-act hover:bg-paper'}`}
                  >
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        </div>
        <Card title={kinds[kind].title}>
          <FaultForm key={kind} kind={{ kind, ...kinds[kind] }} problems={[query.problem ?? []].flat().slice(0, 10)} />
        </Card>
      </div>
    </>
  );
}
