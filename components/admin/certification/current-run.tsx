import encodeQR from 'qr';
import type { Prompt, RunView } from '@/lib/certification/run-view';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { panel } from '../styles';
import { LiveRun } from './live-run';
import { TestList } from './test-list';

/** The current run. Updates by itself; without JavaScript, only on reload. */
export function CurrentRun({ run, t }: { run: RunView | 'starting'; t: AdminTexts['certification'] }) {
  const tests = run === 'starting' ? [] : run.tests;
  const done = tests.filter(({ verdict }) => verdict !== 'waiting' && verdict !== 'running').length;
  return (
    <section aria-labelledby="current" className={`${panel} mt-5`}>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="current" className="text-lg">
          {run === 'starting' ? t.current : `${t.kinds[run.kind]} – ${t.current.toLowerCase()}`}
        </h2>
        <LiveRun startedAt={run === 'starting' ? null : run.startedAt} suffix="s" />
      </div>
      {run === 'starting' ? (
        <p className="mt-1 text-muted" role="status">
          {t.starting}
        </p>
      ) : (
        <>
          <p className="mt-1 text-muted" role="status">
            {t.progress(done, tests.length)}
          </p>
          <progress
            className="mt-2 block h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-line [&::-moz-progress-bar]:bg-pine [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-pine"
            value={done}
            max={tests.length}
            aria-label={t.progress(done, tests.length)}
          />
          {run.prompt && <PromptCode prompt={run.prompt} t={t} />}
          <TestList tests={tests} t={t} />
        </>
      )}
    </section>
  );
}

function PromptCode({ prompt, t }: { prompt: Prompt; t: AdminTexts['certification'] }) {
  const rows = encodeQR(prompt.qrCode, 'raw', { ecc: 'medium', border: 4 });
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <div className="mt-4 rounded-tile bg-straw-soft p-4" role="alert">
      <h3 className="font-semibold">{t.scan}</h3>
      <p lang="en">{prompt.what}</p>
      <svg
        viewBox={`0 0 ${rows.length} ${rows.length}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={prompt.qrCode}
        className="mt-3 w-56 max-w-full rounded-field"
      >
        <rect width="100%" height="100%" className="fill-white" />
        <path d={path} className="fill-black" />
      </svg>
    </div>
  );
}
