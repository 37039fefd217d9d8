import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { describeApi } from '@/lib/openapi/describe-api';
import { configure } from '@/lib/testing/configure';
import ApiReference from './page';

/** The page as text, one space between elements. */
function text(): string {
  return renderToStaticMarkup(<ApiReference />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** The first words about the key that an operation requires. */
function keyOf(path: string): string | undefined {
  if (path.startsWith('/api/test/')) return 'Requires';
  return path.startsWith('/sandbox/') ? 'A public sandbox' : undefined;
}

it('shows every operation that the server has, with its parameters, fields and answers', () => {
  configure({ TEST_API_KEY: 'a key that is long enough' });
  const shown = text();
  const api = describeApi({ shop: true, sandbox: true, testApi: true });
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, { summary, parameters = [], responses }] of Object.entries(item)) {
      const start = shown.indexOf(`${summary} ${method} ${path} `);
      expect(start, `${method} ${path}`).toBeGreaterThan(0);
      const section = shown.slice(start, start + 12_000);
      for (const { name } of parameters) expect(section).toContain(name);
      for (const status of Object.keys(responses)) expect(section).toContain(` ${status} `);
      const beforeAnswers = section.slice(0, section.indexOf(' Answers 200 '));
      expect(/ Key (Requires|A public sandbox)/.exec(beforeAnswers)?.[1], path).toBe(keyOf(path));
    }
  }
  for (const name of ['checkoutKey', 'postalCode', 'ersReference', 'sku', 'advanceSeconds'])
    expect(shown).toContain(name);
});

it('shows nothing that the server does not have', () => {
  configure({ SHOP: 'off', TEST_API_KEY: '' });
  expect(text()).toContain('/sandbox/api/faults');
  expect(text()).not.toMatch(/\/api\/(checkout|test)/);
});
