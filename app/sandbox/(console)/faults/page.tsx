import type { Metadata } from 'next';
import { FaultForm } from '@/components/sandbox/console/fault-form';
import { FaultList } from '@/components/sandbox/console/fault-list';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { lastValue, notFoundWithoutSandbox, type Query } from '../../request';
import { currentConsole } from '../console';
import { faultKinds, isFaultKind } from './kinds';

export const metadata: Metadata = { title: 'Faults' };

const SHOWN_ELSEWHERE = ['id', 'kind', 'createdAt'];

export default async function FaultsPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const sandboxConsole = await currentConsole();
  if (!sandboxConsole) return <KeyForm wrong={false} />;
  const query = await searchParams;
  const revision = await sandboxConsole.getRevision();
  const kinds = faultKinds(sandboxConsole.operationNames);
  const requestedKind = lastValue(query.kind);
  const kind = isFaultKind(requestedKind, kinds) ? requestedKind : 'resultCode';
  const faults = sandboxConsole.listFaults().map((fault) => ({
    id: fault.id,
    title: kinds[fault.kind].title,
    settings: Object.entries(fault)
      .filter(([name, value]) => !SHOWN_ELSEWHERE.includes(name) && value !== null && value !== undefined)
      .map(([name, value]) => [name, String(value)] as const),
  }));
  return (
    <>
      <PageHead
        title="Faults"
        text="Make the service misbehave for the next calls or until you end the fault. Limit faults to a terminal, an invoice or an itemSKU, so that concurrent tests do not affect each other."
      >
        <LivePage revision={revision} />
      </PageHead>
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
        <div className="grid gap-6">
          <Card title="Active faults">
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
