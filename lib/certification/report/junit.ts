import { countVerdicts, type RunView, type TestView } from '../run-view';

/** For continuous integration: a suite with a case a test. */
export function toJunit(run: RunView): string {
  const counts = countVerdicts(run);
  const cases = run.tests.map((test) => `${toCase(test)}\n`).join('');
  const totals = `tests="${run.tests.length}" failures="${counts.failed}" errors="0" skipped="${counts.skipped}" time="${seconds(run.ms)}"`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<testsuites ${totals}>\n` +
    `<testsuite name="SEQR certification (${run.kind})" timestamp="${run.startedAt.slice(0, 19)}" ${totals}>\n` +
    `${cases}</testsuite>\n</testsuites>\n`
  );
}

function toCase({ id, title, chapter, source, verdict, sentence, facts, ms }: TestView): string {
  const opening = `<testcase classname="${escapeXml(chapter)}" name="${escapeXml(`${id} ${title}`)}" time="${seconds(ms ?? 0)}"`;
  const outcome =
    verdict === 'failed'
      ? `<failure message="${escapeXml(sentence ?? '')}"/>`
      : verdict === 'passed'
        ? ''
        : `<skipped message="${escapeXml(sentence ?? 'Not run.')}"/>`;
  const output = facts.length > 0 ? `<system-out>${escapeXml(facts.join('\n'))}</system-out>` : '';
  const properties = source ? `<properties><property name="source" value="${escapeXml(source)}"/></properties>` : '';
  return `${opening}>${properties}${outcome}${output}</testcase>`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

function escapeXml(text: string): string {
  return text.replace(notXml, '\uFFFD').replace(/[&<>"\n]/g, (character) => entities[character] ?? '');
}
