import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, it } from 'vitest';
import { sourceFiles } from './imports/read-imports';
import { root } from './shared/run.mjs';

/** Lists the calls `db().write(run)` without a scope, which would stop every sale on PostgreSQL while they run. */
function unscopedWrites(file: string, text: string): string[] {
  const found: string[] = [];
  new Visitor({
    CallExpression({ callee, arguments: given, start }) {
      if (callee.type !== 'MemberExpression' || given.length > 1) return;
      if (text.slice(callee.start, callee.end) !== 'db().write') return;
      found.push(`${file}:${text.slice(0, start).split('\n').length}`);
    },
  }).visit(parseSync(file, text).program);
  return found;
}

/** Removing the demo goods concerns many products, but happens once per shop, mostly before its first sale. */
const EXCLUSIVE = ['lib/admin/catalogue/demo-goods.ts'];

it('every write of the running shop has a scope', () => {
  const files = sourceFiles().filter((file) => /^(?:app|pages|lib)\/(?!testing\/)(?!.*\.test\.)/.test(file));
  expect(files).toContain('lib/checkout/place-order.ts');
  const unscoped = files.filter((file) => unscopedWrites(file, readFileSync(join(root, file), 'utf8')).length > 0);
  expect(unscoped).toEqual(EXCLUSIVE);
  expect(unscopedWrites('a.ts', 'await db().write(async (tx) => tx.a());\ndb().write(run, id);')).toEqual(['a.ts:1']);
});
