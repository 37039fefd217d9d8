import { escapeHtml } from '../../http/escape-html';
import { formatDateTime } from '../../i18n/format-date';
import { formatXml, toText } from '../../xml/format-xml';
import {
  countVerdicts,
  type ExchangeView,
  type RunState,
  type RunView,
  type TestView,
  type Verdict,
} from '../run-view';
import { styles } from './styles';

/** Only the last exchanges are shown: polling repeats, and the last answers matter most. */
const MAX_SHOWN = 10;

const verdicts: Record<RunState, string> = {
  passed: 'Certified',
  failed: 'Not certified',
  interrupted: 'Interrupted',
  running: 'Running',
};

const marks: Record<Verdict, readonly [string, string]> = {
  passed: ['✓', 'passed'],
  failed: ['✗', 'failed'],
  skipped: ['–', 'not run'],
  running: ['…', 'running'],
  waiting: ['·', 'waiting'],
};

/** The report of a run as one self-contained file. Messages are already masked; all text is escaped here. */
export function toHtml(run: RunView): string {
  const title = `SEQR certification ${run.kind === 'pos' ? 'of tills' : 'of the webshop'}`;
  const counts = countVerdicts(run);
  const bar = (['passed', 'failed', 'skipped'] as const)
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `<i class="${verdict[0]}" style="flex:${counts[verdict]}"></i>`)
    .join('');
  const facts = [
    ['Service', run.isSandbox ? `Sandbox – ${run.endpoint}` : run.endpoint],
    ['Terminal', run.terminalId],
    ['Company (clientId)', run.clientId],
    ['Begun', formatDateTime(new Date(run.startedAt), 'en')],
    ['Took', `${(run.ms / 1000).toFixed(1)} s`],
    ['Started by', run.actor],
  ] as const;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(`${title} – ${verdicts[run.state]}`)}</title><style>${styles}</style></head>
<body><main>
<header><p class="kicker">Run ${escapeHtml(run.id)}</p><h1>${escapeHtml(title)}</h1>
<p class="verdict ${run.state}">${verdicts[run.state]}</p>
${run.problem ? `<p>${escapeHtml(run.problem)}</p>` : ''}
<div class="bar" aria-hidden="true">${bar}</div>
<p>${counts.passed} of ${run.tests.length} tests passed, ${counts.failed} failed, ${counts.skipped} not run.</p>
<dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl></header>
${toFixList(run)}
${chapters(run).map(toChapter).join('\n')}
<footer><p>Tests marked “beyond” were not part of SEQR’s own certification. Passwords are masked.</p></footer>
</main></body></html>
`;
}

/** Lists each reason once, with all tests that failed for it. */
function toFixList({ tests }: RunView): string {
  const failed = tests.filter(({ verdict }) => verdict === 'failed');
  if (failed.length === 0) return '';
  const sentences = [...new Set(failed.map(({ sentence }) => sentence ?? ''))];
  const items = sentences.map((sentence) => {
    const ids = failed.filter((test) => (test.sentence ?? '') === sentence).map(({ id }) => id);
    return `<li><strong>${ids.join(', ')}</strong> ${escapeHtml(sentence)}</li>`;
  });
  return `<aside class="to-fix" aria-labelledby="to-fix"><h2 id="to-fix">What to fix</h2><ul>${items.join('')}</ul></aside>`;
}

function chapters({ tests }: RunView): (readonly [string, TestView[]])[] {
  const names: string[] = [];
  for (const { chapter } of tests) if (!names.includes(chapter)) names.push(chapter);
  return names.map((name) => [name, tests.filter(({ chapter }) => chapter === name)] as const);
}

function toChapter([name, tests]: readonly [string, TestView[]]): string {
  return `<section><h2>${escapeHtml(name)}</h2><ul>${tests.map(toItem).join('')}</ul></section>`;
}

function toItem({ id, title, from, source, verdict, sentence, facts, ms, exchanges }: TestView): string {
  const [mark, word] = marks[verdict];
  const beyond = from !== 'seqr' ? ' <span class="more">beyond</span>' : '';
  return `<li class="${verdict}"><span class="mark" role="img" aria-label="${word}">${mark}</span><div><h3>${id} ${escapeHtml(title)}${beyond}</h3>
${source ? `<p class="source">${escapeHtml(source)}</p>` : ''}${sentence ? `<p class="sentence">${escapeHtml(sentence)}</p>` : ''}${facts.map((line) => `<p class="facts">${escapeHtml(line)}</p>`).join('')}</div>
<span class="time">${ms === null ? '' : `${(ms / 1000).toFixed(1)} s`}</span>${toEvidence(exchanges, verdict === 'failed')}</li>`;
}

function toEvidence(exchanges: readonly ExchangeView[], open: boolean): string {
  if (exchanges.length === 0) return '';
  const count = exchanges.length === 1 ? '1 exchange' : `${exchanges.length} exchanges`;
  const shown = exchanges.slice(-MAX_SHOWN);
  const more = exchanges.length - shown.length;
  const note = more > 0 ? `<p>The first ${more} are omitted; see run.json.</p>` : '';
  return `<details${open ? ' open' : ''}><summary>${count} with SEQR</summary>${note}${shown.map(toMessage).join('')}</details>`;
}

function toMessage({ operation, at, ms, resultCode, request, response }: ExchangeView): string {
  const outcome = resultCode === null ? 'no usable answer' : `result ${resultCode}`;
  return `<div class="message"><p><strong>${escapeHtml(operation)}</strong> at ${at.slice(11, 23)} UTC, ${ms} ms, ${escapeHtml(outcome)}</p><pre>${toPre(request)}</pre>${response === null ? '' : `<pre>${toPre(response)}</pre>`}</div>`;
}

function toPre(xml: string): string {
  return escapeHtml(toText(formatXml(xml)));
}
