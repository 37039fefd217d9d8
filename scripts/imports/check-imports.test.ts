import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allowedImports } from './allowed-imports';
import { checkImports } from './check-imports';
import { withDrawings } from './draw-imports';
import { parseImports, sourceFiles } from './read-imports';

const files = sourceFiles();

it('finds no problems in the project', () => {
  expect(checkImports(files)).toEqual([]);
});

it('the diagrams in docs/architecture.md match the table', () => {
  const page = readFileSync('docs/architecture.md', 'utf8');
  expect(withDrawings(page)).toBe(page);
});

it.each([
  ['lib/money.ts', '@/lib/orders/get-order', 'lib may not import lib/orders'],
  ['lib/money.ts', 'next/headers', 'may import next'],
  ['lib/money.ts', '../playwright.config', 'lib may not import .'],
  ['lib/orders/quote.ts', '../payments/sync-payment', 'lib/orders may not import lib/payments'],
  ['lib/orders/quote.ts', '../../components/ui/link', 'lib/orders may not import components/ui'],
  ['lib/orders/quote.ts', '../testing/orders', 'lib/orders may not import lib/testing'],
  ['lib/payments/sync-payment.ts', '../sandbox/boot/create-sandbox', 'lib/payments may not import lib/sandbox/boot'],
  ['lib/payments/sync-payment.ts', 'soap', 'only lib/seqr'],
  ['lib/sandbox/soap/handle-soap.ts', '../../payments/sync-payment', 'lib/sandbox/soap may not import lib/payments'],
  ['lib/sandbox/wire/parse-request.ts', '../soap/handle-soap', 'lib/sandbox/wire may not import lib/sandbox/soap'],
  ['lib/sandbox/database/client.ts', './generated/client', null],
  ['lib/payment-view/view.ts', '../money', 'lib/payment-view may not import lib'],
  ['components/ui/link.tsx', '../shop/price', 'components/ui may not import components/shop'],
  ['app/[lang]/cart/page.tsx', '@/lib/db/generated/client', 'app/[lang] may not import lib/db'],
  ['app/[lang]/cart/page.tsx', '@/lib/sandbox/boot/create-sandbox', 'app/[lang] may not import lib/sandbox/boot'],
  ['app/soap/merchant/cashregister-2/route.ts', '@/lib/orders/get-order', 'app/soap may not import lib/orders'],
  ['scripts/certify/show-progress.ts', '../../e2e/fixtures', 'scripts/certify may not import e2e'],
  ['lib/orders/quote.test.ts', '../checkout/place-order', null],
  ['lib/orders/quote.test.ts', '../../scripts/certify', 'lib/orders may not import scripts'],
  ['components/shop/price.tsx', '../../lib/sandbox/payer-app/payer', 'components/shop may not import'],
  ['lib/new-subject/first.ts', './second', 'its folder is not in scripts/imports/allowed-imports.ts'],
])('judges %s importing %s', (file, target, objection) => {
  // Each form of import must have the same result.
  for (const line of [
    `import '${target}';`,
    `import { a } from '${target}';`,
    `import type { B } from '${target}';`,
    `export { c } from '${target}';`,
    `export * from '${target}';`,
    `export { c, d } from '${target}';`,
    `await import('${target}');`,
  ]) {
    const code = `const before = 1;\n${line}\n`;
    const found = checkImports([file], () => parseImports(file, code)).filter((problem) => problem.startsWith(file));
    expect(found.map((problem) => problem.replace(/^[^ ]+: /, ''))).toEqual(
      objection === null ? [] : [expect.stringContaining(objection)],
    );
  }
});

it.each([
  ["import type { A } from '../../lib/sandbox/payer-app/payer';", true],
  ["export type { A } from '../../lib/sandbox/payer-app/payer';", true],
  ["import { a } from '../../lib/sandbox/payer-app/payer';", false],
  ["import { type A, b } from '../../lib/sandbox/payer-app/payer';", false],
  ["import '../../lib/sandbox/payer-app/payer';", false],
  ["export * from '../../lib/sandbox/payer-app/payer';", false],
  ["await import('../../lib/sandbox/payer-app/payer');", false],
])('lets components import only types of the sandbox: %s', (line, isAllowed) => {
  const file = 'components/sandbox/rows.tsx';
  const found = checkImports([file], () => parseImports(file, line)).filter((problem) => problem.startsWith(file));
  const problem = `${file}:1: components/sandbox may import only types from lib/sandbox/payer-app.`;
  expect(found).toEqual(isAllowed ? [] : [problem]);
});

it('has a table without cycles or unused entries', () => {
  const folders = Object.keys(allowedImports);
  for (const [position, folder] of folders.entries()) {
    for (const target of allowedImports[folder] ?? []) expect(folders.slice(0, position)).toContain(target);
  }
  const withoutImports = checkImports(files, () => []);
  expect(withoutImports).toContain('lib/payments: nothing imports lib/orders. Remove it from the table.');
});
