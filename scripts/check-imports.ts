// Checks the imports against scripts/imports/allowed-imports.ts. With --write it also updates the diagrams in
// docs/architecture.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkImports } from './imports/check-imports';
import { withDrawings } from './imports/draw-imports';
import { root } from './shared/run.mjs';

const path = join(root, 'docs', 'architecture.md');
const page = readFileSync(path, 'utf8');
const drawn = withDrawings(page);
const isStale = drawn !== page;
if (isStale && process.argv.includes('--write')) writeFileSync(path, drawn);

const problems = checkImports();
if (isStale && !process.argv.includes('--write')) {
  problems.push('docs/architecture.md is out of date. Run: npm run imports -- --write');
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
