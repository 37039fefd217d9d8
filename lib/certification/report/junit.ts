import { escapeXml, replaceInvalid } from '../../xml/write-xml';
import { countVerdicts, type RunView, type TestView } from '../run-view';

/** A JUnit report for continuous integration, with one case per test. */
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
  const opening = `<testcase classname="${escapeValue(chapter)}" name="${escapeValue(`${id} ${title}`)}" time="${seconds(ms ?? 0)}"`;
  const outcome =
    verdict === 'failed'
      ? `<failure message="${escapeValue(sentence ?? '')}"/>`
      : verdict === 'passed'
        ? ''
        : `<skipped message="${escapeValue(sentence ?? 'Not run.')}"/>`;
  const output = facts.length > 0 ? `<system-out>${escapeValue(facts.join('\n'))}</system-out>` : '';
  const properties = source ? `<properties><property name="source" value="${escapeValue(source)}"/></properties>` : '';
  return `${opening}>${properties}${outcome}${output}</testcase>`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** Keeps line breaks, which an XML parser would otherwise change to spaces in an attribute. */
function escapeValue(text: string): string {
  return escapeXml(replaceInvalid(text)).replaceAll('\n', '&#10;');
}
