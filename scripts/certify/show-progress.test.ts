import { expect, it } from 'vitest';
import type { RunView, TestView } from '../../lib/certification/run-view';
import { showProgress } from './show-progress';

const evil = '\x1b[2J\x1b]0;owned\x07\r\n  ✓ passed\u202E';
const shown = '\\u001b[2J\\u001b]0;owned\\u0007\\u000d\\u000a  ✓ passed\\u202e';

it('escapes control characters in the answers of the shop and the service', () => {
  const written: string[] = [];
  const out = { isTTY: false, write: (text: string) => written.push(text) > 0 } as NodeJS.WriteStream;
  const test = { id: '1.1', title: 'Pays', chapter: 'One', verdict: 'failed', sentence: `Answered ${evil}`, ms: 5 };
  const run = { kind: 'webshop', isSandbox: false, endpoint: `http://a/${evil}`, ms: 5, state: 'failed' };
  const prompt = { what: `Scan ${evil}`, qrCode: `HTTP://${evil}` };
  const view = { ...run, prompt, tests: [test as unknown as TestView] } as unknown as RunView;
  const progress = showProgress(out);
  progress.show(view);
  progress.end(view, []);
  const output = written.join('');
  expect(output.split(shown)).toHaveLength(5);
  expect(output.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\u202E]/u);
});
