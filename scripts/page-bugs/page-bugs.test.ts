import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { applyPatch } from '../chaos/sabotage';
import { root } from '../shared/run.mjs';
import { messagesOf } from './failures';
import { pageBugs } from './page-bugs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

it.each(pageBugs)('$name: still applies to $file', (bug) => {
  const source = read(bug.file);
  expect(applyPatch(source, bug)).not.toBe(source);
});

it('names tests that exist', () => {
  const missing = pageBugs.filter(({ spec, test }) => !read(`e2e/${spec}`).includes(test.replace(/^\/\w+/, '')));
  expect(missing.map(({ test }) => test)).toEqual([]);
});

it('has bugs of different names', () => {
  expect(new Set(pageBugs.map(({ name }) => name)).size).toBe(pageBugs.length);
});

it('finds the messages of one test in a report, on each device and without colours', () => {
  const results = (message: string) => [{ results: [{ errors: [{ message }] }] }];
  const spec = { file: 'a.spec.ts', title: 'one', tests: results('on a \u001b[31mphone\u001b[39m') };
  const report = {
    suites: [
      { specs: [spec, { ...spec, title: 'two' }], suites: [{ specs: [{ ...spec, tests: results('on a desktop') }] }] },
    ],
  };
  expect(messagesOf(report, { spec: 'a.spec.ts', test: 'one' })).toEqual(['on a phone', 'on a desktop']);
});
