import type { Metadata } from 'next';
import { CurrentRun } from '@/components/admin/certification/current-run';
import { PastRuns } from '@/components/admin/certification/past-runs';
import { button, panel } from '@/components/admin/styles';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { getRuns } from '@/lib/certification/runs/watch-runs';
import { config } from '@/lib/config';
import { newKey } from '@/lib/ids';
import { pageTexts, type Query, readQuery, requireSession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.certification.title };
}

/** Starts a certification, shows its progress and lists earlier reports. */
export default async function CertificationPage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/certification');
  const [{ language, t: texts }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const t = texts.certification;
  const { current, past, machine } = getRuns(session);
  const refusal = query.start === 'busy' || query.start === 'failed' ? t.refused[query.start] : null;
  return (
    <>
      <h1 className="text-heading">{t.title}</h1>
      <p className="prose-measure mt-2 text-muted">{t.intro}</p>
      {machine !== null && <p className="prose-measure mt-2 text-muted">{t.machine(machine)}</p>}
      {!config().sandbox.enabled && <p className="prose-measure mt-2 text-straw">{t.real}</p>}
      {refusal && (
        <div className="mt-4">
          <Notice tone="care" live="status">
            {refusal}
          </Notice>
        </div>
      )}
      {current ? (
        <CurrentRun run={current} t={t} />
      ) : (
        <div className="mt-5 grid gap-4 sm:grid-cols-2">
          {(['webshop', 'pos'] as const).map((kind) => (
            <section key={kind} aria-label={t.kinds[kind]} className={panel}>
              <h2 className="text-lg">{t.kinds[kind]}</h2>
              <p className="mt-1 mb-3 text-muted">{t.startHint[kind]}</p>
              <ActionForm
                action="/admin/certification/start"
                fields={{ kind, key: newKey() }}
                label={t.start[kind]}
                className={button(kind === 'webshop' ? 'primary' : 'secondary')}
              />
            </section>
          ))}
        </div>
      )}
      <section aria-labelledby="past" className="mt-8">
        <h2 id="past" className="text-lg">
          {t.past}
        </h2>
        <PastRuns runs={past} language={language} t={t} />
      </section>
    </>
  );
}
