// `npm run casts`: prints each type assertion (`x as T`, `<T>x`) outside tests, prisma and the root. Fails above the
// limit. `as const` does not count. An unavoidable cast has its reason in a comment.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { sourceFiles } from './imports/read-imports';
import { root } from './shared/run.mjs';

const LIMIT = 12;
const COUNTED = /^(?:app|pages|components|lib|scripts|e2e)\/.*\.(?:ts|tsx|mts)$/;
const TEST = /\.(?:test|spec)\.tsx?$/;

const casts = sourceFiles()
  .filter((file) => COUNTED.test(file) && !TEST.test(file))
  .flatMap(castsOf);
for (const cast of casts) console.log(cast);
console.log(`${casts.length} casts, at most ${LIMIT} allowed`);
if (casts.length > LIMIT) {
  console.error('Check the value with a function that returns the type, or let the declaration name it.');
  process.exitCode = 1;
}

function castsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const starts: number[] = [];
  new Visitor({
    TSAsExpression({ typeAnnotation, start }) {
      if (text.slice(typeAnnotation.start, typeAnnotation.end) !== 'const') starts.push(start);
    },
    TSTypeAssertion({ start }) {
      starts.push(start);
    },
  }).visit(parseSync(file, text).program);
  return starts.map((start) => `${file}:${text.slice(0, start).split('\n').length}`);
}
