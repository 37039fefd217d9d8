import encodeQR from 'qr';
import { countVerdicts, type RunView, type TestView } from '../../lib/certification/run-view';
import { visibleText } from '../../lib/visible-text.js';

const FRAME_MS = 80;
const frames = [...'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'];
const marks = { passed: '✓', failed: '✗', skipped: '–', waiting: ' ', running: '…' } as const;
const colours = { passed: 32, failed: 31, skipped: 33, waiting: 0, running: 0 } as const;

/** Prints one line per finished test. In a terminal, also a spinner with the elapsed time of the current test. */
export function showProgress(out: NodeJS.WriteStream = process.stdout) {
  const printed = new Set<string>();
  let begun = false;
  let chapter = '';
  let current: { test: TestView; since: number } | undefined;
  let shownCode = '';
  let frame = 0;
  const paint = (verdict: keyof typeof colours, text: string) =>
    out.isTTY ? `\x1b[${colours[verdict]}m${text}\x1b[0m` : text;
  const wipe = () => {
    if (out.isTTY) out.write('\r\x1b[2K');
  };
  const spin = () => {
    if (!current) return;
    const { test, since } = current;
    const seconds = `${((performance.now() - since) / 1000).toFixed(1)} s`;
    const line = `  ${frames[frame++ % frames.length]} ${test.id} ${test.title}`;
    // A line that wraps could not be cleared.
    const room = Math.max(20, (out.columns || 80) - 10);
    wipe();
    out.write(`${line.slice(0, room)} ${seconds}`);
  };
  const timer = out.isTTY ? setInterval(spin, FRAME_MS).unref() : undefined;

  const printResult = (test: TestView) => {
    printed.add(test.id);
    wipe();
    if (test.chapter !== chapter) out.write(`\n  ${test.chapter}\n`);
    chapter = test.chapter;
    const seconds = `${((test.ms ?? 0) / 1000).toFixed(1)} s`;
    out.write(`  ${paint(test.verdict, marks[test.verdict])} ${test.id} ${test.title}  ${seconds}\n`);
    if (test.sentence) out.write(`        ${paint(test.verdict, visibleText(test.sentence))}\n`);
  };

  return {
    show(run: RunView): void {
      if (!begun) {
        const what = run.kind === 'pos' ? 'a till' : 'the webshop';
        out.write(
          `\n  SEQR certification of ${what}, against ${run.isSandbox ? 'the sandbox' : visibleText(run.endpoint)}\n`,
        );
        begun = true;
      }
      for (const test of run.tests) {
        if (test.verdict === 'running') {
          if (current?.test.id !== test.id) current = { test, since: performance.now() };
        } else if (test.verdict !== 'waiting' && !printed.has(test.id)) {
          current = undefined;
          printResult(test);
        }
      }
      if (run.prompt && run.prompt.qrCode !== shownCode) {
        wipe();
        out.write(
          `\n  ${visibleText(run.prompt.what)}\n\n${encodeQR(run.prompt.qrCode, out.isTTY ? 'term' : 'ascii')}\n  ${visibleText(run.prompt.qrCode)}\n`,
        );
      }
      shownCode = run.prompt?.qrCode ?? '';
    },
    end(run: RunView, reports: readonly string[]): void {
      clearInterval(timer);
      wipe();
      const { passed, failed, skipped } = countVerdicts(run);
      const verdict = run.state === 'passed' ? 'Certified' : 'Not certified';
      const seconds = (run.ms / 1000).toFixed(1);
      const line = `${verdict}: ${passed} passed, ${failed} failed, ${skipped} not run, in ${seconds} s.`;
      out.write(`\n  ${paint(run.state === 'passed' ? 'passed' : 'failed', line)}\n\n`);
      for (const path of reports) out.write(`  ${path}\n`);
      out.write('\n');
    },
  };
}
