import { describe, expect, it } from 'vitest';
import { allParts, planTests, transactionTests } from './test-plan.mjs';

const plan = (commandLine: string) => planTests(commandLine.split(' ').filter(Boolean));

describe('npm test', () => {
  it('runs what a developer needs before a push, and names what it leaves out', () => {
    expect(plan('')).toEqual({
      parts: ['check', 'unit', 'build', 'e2e'],
      filters: [],
      browserPaths: ['e2e/examples'],
      ...{ withOtherPrograms: false, withTransactions: true, withBackOffice: false, everyMerchantTest: false },
      ...{ onPostgresql: false, isQuick: false, withCoverage: false },
      notRun:
        'tests that need PHP, Python, Java, pg_dump or PgBouncer, ' +
        "the back office's transactions on PostgreSQL, browser tests outside e2e/examples, " +
        "another merchant's unit tests, chaos, bench, image",
    });
  });

  it('runs everything with `all`, and then leaves nothing out', () => {
    expect(plan('all')).toMatchObject({
      ...{ parts: allParts, filters: [], browserPaths: [], notRun: null },
      ...{ withOtherPrograms: true, withTransactions: true, withBackOffice: true, everyMerchantTest: false },
    });
  });

  it('runs the named parts, with paths for their runners', () => {
    expect(plan('unit')).toMatchObject({ parts: ['unit'], withOtherPrograms: true, withTransactions: true });
    expect(plan('merchant')).toMatchObject({ parts: ['merchant'], everyMerchantTest: true });
    expect(plan('build e2e')).toMatchObject({ parts: ['build', 'e2e'], browserPaths: [] });
    expect(plan('build e2e receipt')).toMatchObject({ browserPaths: ['receipt'], filters: ['receipt'] });
    expect(plan('unit money')).toMatchObject({ filters: ['money'], withTransactions: false });
    expect(plan('unit money').notRun).toMatch(/^tests outside money, checks, .*, image$/);
    expect(plan('unit').notRun).not.toContain('unit tests of unchanged files');
  });

  it('is short with `quick`', () => {
    expect(plan('quick')).toMatchObject({
      ...{ parts: ['unit', 'build', 'e2e'], isQuick: true, withTransactions: false, browserPaths: ['e2e/examples'] },
      notRun: expect.stringMatching(
        /^unit tests of unchanged files, transactions on PostgreSQL, browser tests outside e2e\/examples, checks, /,
      ),
    });
    expect(plan('quick receipt')).toMatchObject({ filters: ['receipt'], browserPaths: ['receipt'] });
  });

  it.each([
    ['--database postgresql', { onPostgresql: true }],
    ['--database=postgresql', { onPostgresql: true }],
    ['--coverage', { withCoverage: true }],
  ])('runs unit tests and all browser tests with %s', (words, option) => {
    const expected = { parts: ['unit', 'build', 'e2e'], browserPaths: [], filters: [], withTransactions: false };
    expect(plan(words)).toMatchObject({ ...expected, ...option });
    expect(plan(`all ${words}`).notRun).toBe('transactions on PostgreSQL');
  });
});

it('repeats the tests that open the database of the run, and no others', () => {
  const tests = transactionTests({ withBackOffice: true });
  for (const name of [
    'orders/stock',
    'checkout/interleavings',
    'payments/update-order',
    'admin/catalogue/save-product',
  ])
    expect(tests).toContain(`lib/${name}.test.ts`);
  for (const name of ['orders/vat', 'checkout/statement-count', 'admin/scopes', 'background/payment-watcher'])
    expect(tests).not.toContain(`lib/${name}.test.ts`);
  const withoutBackOffice = tests.filter((path) => !path.startsWith('lib/admin/'));
  expect(transactionTests({ withBackOffice: false })).toEqual(withoutBackOffice);
});
