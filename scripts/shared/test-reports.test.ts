import { expect, test } from 'vitest';
import { browserTests, listSlowest, unitTests } from './test-reports.mjs';

test('unit tests are named with their file, and a file that could not be loaded counts as a failed test', () => {
  const testResults = [
    {
      name: '/shop/a.test.ts',
      status: 'passed',
      assertionResults: [{ status: 'passed', fullName: 'a', duration: 10 }],
    },
    {
      name: '/shop/lib/b.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'skipped', fullName: 'b' },
        { status: 'failed', fullName: 'c', duration: 2500 },
      ],
    },
    { name: '/shop/d.test.ts', status: 'failed', assertionResults: [] },
  ];
  expect(unitTests({ testResults }, '/shop')).toEqual([
    { name: 'a.test.ts › a', failed: false, seconds: 0.01 },
    { name: 'lib/b.test.ts › b', failed: false, seconds: 0 },
    { name: 'lib/b.test.ts › c', failed: true, seconds: 2.5 },
    { name: 'd.test.ts', failed: true, seconds: 0 },
  ]);
});

test('browser tests are named with file and line, however deep their suite is', () => {
  const tests = [{ results: [{ duration: 900 }, { duration: 1200 }] }];
  const failed = { ok: false, file: 'flows/pay.spec.ts', line: 7, title: 'pays', tests };
  const passed = { ok: true, file: 'flows/pay.spec.ts', line: 20, title: 'cancels', tests: [] };
  const report = { suites: [{ specs: [passed], suites: [{ specs: [failed] }] }] };
  expect(browserTests(report)).toEqual([
    { name: 'flows/pay.spec.ts:20 › cancels', failed: false, seconds: 0 },
    { name: 'flows/pay.spec.ts:7 › pays', failed: true, seconds: 1.2 },
  ]);
});

test('the slowest tests are listed first', () => {
  const tests = [1, 30, 2].map((seconds) => ({ name: `n${seconds}`, failed: false, seconds }));
  expect(listSlowest(tests, 2)).toEqual(['   30.0 s  n30', '    2.0 s  n2']);
});
