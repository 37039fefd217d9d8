import { monotonicMs } from '../../clock';
import { type CertificationTest, Finding, NotRun, type TestContext } from '../check';
import type { TestView, Verdict } from '../run-view';
import { type Exchange, viewExchange } from '../wire';

const CERTIFICATION_LIST = 'SEQR developer site: Certification';

export function notYetRun({ id, title, chapter, from, source }: CertificationTest): TestView {
  const identity = { id, title, chapter, from, source: source ?? (from === 'seqr' ? CERTIFICATION_LIST : undefined) };
  return { ...identity, verdict: 'waiting', sentence: null, ms: null, facts: [], exchanges: [] };
}

/** Runs the tests in order, and reports each when it starts and when it has a verdict. */
export async function runTests(
  tests: readonly CertificationTest[],
  context: TestContext,
  onUpdate: (test: TestView) => void,
): Promise<void> {
  for (const test of tests) {
    onUpdate({ ...notYetRun(test), verdict: 'running' });
    onUpdate(await runTest(test, context));
  }
}

async function runTest(test: CertificationTest, context: TestContext): Promise<TestView> {
  const started = monotonicMs();
  const before = context.wire.all.length;
  const facts: string[] = [];
  const cited: Exchange[] = [];
  let verdict: Verdict = 'passed';
  let sentence: string | null = null;
  try {
    await test.run(context, { fact: (line) => facts.push(line), cite: (...exchanges) => cited.push(...exchanges) });
  } catch (error) {
    verdict = error instanceof NotRun ? 'skipped' : 'failed';
    sentence = formatFailure(error);
  } finally {
    context.payer.done();
  }
  const evidence = [...new Set([...cited, ...context.wire.all.slice(before)])];
  return {
    ...notYetRun(test),
    verdict,
    sentence,
    facts,
    ms: Math.round(monotonicMs() - started),
    exchanges: evidence.map(viewExchange),
  };
}

function formatFailure(error: unknown): string {
  if (error instanceof Finding || error instanceof NotRun) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `The shop failed with an error: ${reason}`;
}
