import { monotonicMs } from '../clock';
import type { TestView, Verdict } from './run-view';
import { type CertificationTest, type Course, Finding, NotRun } from './test';
import { type Exchange, viewExchange } from './wire';

const ITS_OWN_LIST = 'SEQR developer site: Certification';

export function notYetRun({ id, title, chapter, from, source }: CertificationTest): TestView {
  const given = { id, title, chapter, from, source: source ?? (from === 'seqr' ? ITS_OWN_LIST : undefined) };
  return { ...given, verdict: 'waiting', sentence: null, ms: null, facts: [], exchanges: [] };
}

/** Makes one test after the other, and tells of each when it begins and when it has its verdict. */
export async function runTests(
  tests: readonly CertificationTest[],
  course: Course,
  tell: (test: TestView) => void,
): Promise<void> {
  for (const test of tests) {
    tell({ ...notYetRun(test), verdict: 'running' });
    tell(await runTest(test, course));
  }
}

async function runTest(test: CertificationTest, course: Course): Promise<TestView> {
  const started = monotonicMs();
  const before = course.wire.all.length;
  const facts: string[] = [];
  const cited: Exchange[] = [];
  let verdict: Verdict = 'passed';
  let sentence: string | null = null;
  try {
    await test.run(course, { fact: (line) => facts.push(line), cite: (...exchanges) => cited.push(...exchanges) });
  } catch (error) {
    verdict = error instanceof NotRun ? 'skipped' : 'failed';
    sentence = tellFailure(error);
  } finally {
    course.payer.done();
  }
  const evidence = [...new Set([...cited, ...course.wire.all.slice(before)])];
  return {
    ...notYetRun(test),
    verdict,
    sentence,
    facts,
    ms: Math.round(monotonicMs() - started),
    exchanges: evidence.map(viewExchange),
  };
}

function tellFailure(error: unknown): string {
  if (error instanceof Finding || error instanceof NotRun) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `The shop broke off with an error: ${reason}`;
}
