import { expect, test } from 'vitest';
import { failedBrowserTests, failedUnitTests } from './failed-tests.mjs';

test('failed unit tests are named with their file, and a file that could not be loaded by its own name', () => {
  const testResults = [
    { name: '/shop/a.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'adds' }] },
    {
      name: '/shop/lib/b.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'adds' },
        { status: 'failed', fullName: 'subtracts' },
      ],
    },
    { name: '/shop/c.test.ts', status: 'failed', assertionResults: [] },
  ];
  expect(failedUnitTests({ testResults }, '/shop')).toEqual(['lib/b.test.ts › subtracts', 'c.test.ts']);
});

test('failed browser tests are named with file and line, however deep their suite is', () => {
  const failed = { ok: false, file: 'flows/pay.spec.ts', line: 7, title: 'pays' };
  const passed = { ok: true, file: 'flows/pay.spec.ts', line: 20, title: 'cancels' };
  const report = { suites: [{ specs: [passed], suites: [{ specs: [failed] }] }] };
  expect(failedBrowserTests(report)).toEqual(['flows/pay.spec.ts:7 › pays']);
});
