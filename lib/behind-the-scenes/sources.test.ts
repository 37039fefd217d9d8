import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allSources } from './sources';

it.each(allSources)('$docs and $code exist', ({ docs, code }) => {
  const [path = '', anchor] = docs.split('#');
  const headings = readFileSync(path, 'utf8').match(/^#+ .*$/gm) ?? [];
  const anchors = headings.map((heading) =>
    heading
      .replace(/^#+ /, '')
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );
  expect(anchors).toContain(anchor);
  expect(existsSync(code), code).toBe(true);
});
