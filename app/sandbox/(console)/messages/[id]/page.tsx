import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { CopyButton } from '@/components/sandbox/console/copy-button';
import { KeyForm } from '@/components/sandbox/console/key-form';
import { Card, PageHead } from '@/components/sandbox/console/shell';
import { ResultBadge } from '@/components/sandbox/console/status-badge';
import { textLink } from '@/components/sandbox/console/styles';
import { Time } from '@/components/sandbox/console/time';
import { toCurl } from '@/components/sandbox/console/to-curl';
import { XmlBlock } from '@/components/sandbox/console/xml-block';
import { ScrollArea } from '@/components/ui/scroll-area';
import { now } from '@/lib/clock';
import { serverAddress } from '@/lib/server-address';
import { formatXml, toText } from '@/lib/xml/format-xml';
import { notFoundWithoutSandbox } from '../../../request';
import { currentConsole } from '../../console';

export const metadata: Metadata = { title: 'SOAP message' };

export default async function MessagePage({ params }: { params: Promise<{ id: string }> }) {
  notFoundWithoutSandbox();
  const sandboxConsole = await currentConsole();
  if (!sandboxConsole) return <KeyForm wrong={false} />;
  const id = Number((await params).id);
  const message = Number.isSafeInteger(id) ? await sandboxConsole.getMessage(id) : null;
  if (!message) notFound();
  const { terminal, reseller } = await sandboxConsole.getOverview();
  const isPublished = message.terminalId === terminal.id;
  const password = isPublished ? terminal.password : message.terminalId === reseller.id ? reseller.password : undefined;
  const curl = toCurl(
    `${serverAddress({ headers: await headers() })}/soap/merchant/cashregister-2`,
    message.request,
    password,
  );
  return (
    <>
      <PageHead
        title={message.operation ?? 'A request without an operation'}
        text={
          <>
            <ResultBadge {...message} /> <Time at={message.at} now={now()} />
            <span>{`, ${message.milliseconds.toFixed(1)} ms`}</span>
            {message.terminalId && <span>{`, ${message.terminalId}`}</span>}
            {message.invoiceReference && (
              <span>
                ,{' '}
                <a href={`/sandbox/invoices/${encodeURIComponent(message.invoiceReference)}`} className={textLink}>
                  {`invoice ${message.invoiceReference}`}
                </a>
              </span>
            )}
          </>
        }
      />
      {message.note && <p className="mb-5 rounded-xl bg-warn-tint px-4 py-3 text-warn">{message.note}</p>}
      <div className="grid gap-6">
        <Card title="Request" more={<CopyButton text={toText(formatXml(message.request))}>Copy</CopyButton>}>
          <XmlBlock label="Request" xml={message.request} />
        </Card>
        <Card title="Answer" more={<CopyButton text={toText(formatXml(message.response))}>Copy</CopyButton>}>
          <XmlBlock label="Answer" xml={message.response} />
        </Card>
        <Card title="Send it again with curl" more={<CopyButton text={curl}>Copy as curl</CopyButton>}>
          <ScrollArea label="The curl command" className="max-h-60 bg-paper">
            <pre className="px-5 py-4 font-mono text-[0.8rem] leading-relaxed">{curl}</pre>
          </ScrollArea>
        </Card>
      </div>
    </>
  );
}
