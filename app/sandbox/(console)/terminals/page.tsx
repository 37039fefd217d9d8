import type { Metadata } from 'next';
import { ClockButtons } from '@/components/sandbox/console/clock-buttons';
import { IssueTerminal } from '@/components/sandbox/console/issue-terminal';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { LivePage } from '@/components/sandbox/console/live-page';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { TerminalList } from '@/components/sandbox/console/terminal-list';
import { Time } from '@/components/sandbox/console/time';
import { now } from '@/lib/clock';
import { lastValue, notFoundWithoutSandbox, type Query } from '../../request';
import { currentConsole } from '../console';

export const metadata: Metadata = { title: 'Terminals and clock' };

export default async function TerminalsPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const sandboxConsole = await currentConsole();
  if (!sandboxConsole) return <KeyForm wrong={false} />;
  const revision = await sandboxConsole.getRevision();
  const { terminals, resellers, clockOffset, now: serviceTime } = await sandboxConsole.getMerchants();
  const { issued, problem } = await searchParams;
  const time = now();
  return (
    <>
      <PageHead
        title="Terminals and clock"
        text="registerTerminal creates a till, which has one open invoice at a time. A webshop’s terminal can have any number. All rules follow the sandbox’s clock: if you move it ahead, everything that becomes due happens at once. A terminal’s clock affects only that terminal and its invoices."
      >
        <LivePage revision={revision} />
      </PageHead>
      <div className="grid gap-6">
        <Card title="The sandbox’s clock">
          <div className="flex flex-wrap items-center justify-between gap-4 px-5 pb-5">
            <p className="text-lg">
              <Time at={serviceTime} now={time} />
              <span className="ml-2 text-sm text-soft">
                {clockOffset > 0 ? `${clockOffset} s ahead of real time` : 'real time'}
              </span>
            </p>
            <ClockButtons />
          </div>
        </Card>
        <Card title="Terminals">
          <TerminalList terminals={terminals} now={time} />
        </Card>
        <Card title="Issue a terminal for a webshop">
          <IssueTerminal
            resellers={resellers.map(({ id }) => id)}
            issued={terminals.find(({ id }) => id === lastValue(issued))?.id}
            problems={[problem ?? []].flat().slice(0, 10)}
          />
        </Card>
      </div>
    </>
  );
}
