import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { ConnectionChecks } from '@/components/admin/connection-checks';
import { Note } from '@/components/admin/note';
import { RegisterTerminal } from '@/components/admin/register-terminal';
import { button, panel } from '@/components/admin/styles';
import { testConnection } from '@/lib/admin/test-connection';
import { config } from '@/lib/config';
import { shopAddresses } from '@/lib/payments/shop-addresses';
import { pageTexts, type Query, readQuery, requireSession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.seqr.title };
}

/** Shows the configured SEQR service and its connection checks, and registers tills. Never shows a password. */
export default async function SeqrPage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/seqr');
  const [{ language, t }, query, requestHeaders] = await Promise.all([pageTexts(), readQuery(searchParams), headers()]);
  const { seqr, sandbox, publicUrl } = config();
  const { forSeqr } = shopAddresses(new Request('http://localhost', { headers: new Headers(requestHeaders) }));
  const notificationUrl = `${forSeqr}/api/seqr/notifications`;
  const checks = query.test === undefined ? null : await testConnection(session, notificationUrl);
  const m = t.seqr;
  const facts = [
    [m.service, sandbox.enabled ? `${m.sandbox} – ${seqr.endpoint}` : seqr.endpoint],
    [m.terminal, seqr.terminalId],
    [m.reseller, seqr.resellerId],
    [m.clientId, seqr.clientId],
    [m.timeout, m.seconds(seqr.timeoutMs / 1000)],
    [m.notificationUrl, notificationUrl],
    [m.publicUrl, publicUrl ?? m.notSet],
  ] as const;
  return (
    <>
      <h1 className="text-heading">{m.title}</h1>
      <Note name={query.note} language={language} t={t} />
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-2">
        <section aria-labelledby="service" className={panel}>
          <h2 id="service" className="text-lg">
            {m.settings}
          </h2>
          <dl className="mt-2 space-y-2">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt className="text-sm text-muted">{name}</dt>
                <dd className="break-all">{value}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 text-sm text-muted">{m.settingsHint}</p>
        </section>
        <div className="space-y-5">
          <section aria-labelledby="test" className={panel}>
            <h2 id="test" className="text-lg">
              {m.test}
            </h2>
            <p className="mt-1 text-muted">{m.testHint}</p>
            <Link href="/admin/seqr?test=1" prefetch={false} className={button('primary', 'mt-3')}>
              {checks ? m.testAgain : m.testStart}
            </Link>
            {checks && <ConnectionChecks checks={checks} t={t} />}
          </section>
          <RegisterTerminal registered={query.terminal} refusal={query.detail} t={t} />
        </div>
      </div>
    </>
  );
}
