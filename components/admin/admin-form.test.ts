import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// The server refuses a form without a key. These tests find such a form before anyone uses it.

/** These routes change only the browser's own cookies, and some of their users have no session yet. */
const keyless = ['/admin/session', '/admin/session/end', '/admin/language'];

const sources = ['app/admin', 'components/admin'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/admin-form/.test(file))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(`${folder}/${file}`, 'utf8') })),
);
const handlers = sources.filter(({ file, text }) => file.endsWith('/route.ts') && /^export .*\bPOST\b/m.test(text));
const addressOf = (file: string) => file.replace(/^app|\/route\.ts$/g, '');

describe('every form in the back office', () => {
  it('is an AdminForm, which gives it its key', () => {
    const posts = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/<form\b[^>]*?method="post"/gi)].map(([tag]) => ({
        file,
        action: /action="(.*?)"/.exec(tag)?.[1],
      })),
    );
    expect(posts.length).toBeGreaterThan(0);
    expect(posts.filter(({ action }) => !keyless.includes(action ?? ''))).toEqual([]);
  });

  it('gets its key from the server if it runs in the browser', () => {
    const actionForms = sources.flatMap(({ text }) => [...text.matchAll(/<ActionForm\b.*?\/>/gs)].map(([tag]) => tag));
    expect(actionForms.length).toBeGreaterThan(0);
    for (const tag of actionForms) expect(tag).toContain('key: newKey()');
  });
});

describe('every back-office route that accepts a form', () => {
  it('accepts each key once, because it uses adminPost, orderPost or adminUpload', () => {
    expect(handlers.length).toBeGreaterThan(12);
    const others = handlers.filter(
      ({ text }) => !/^export const POST = (?:adminPost|orderPost|adminUpload)[<(]/m.test(text),
    );
    expect(others.map(({ file }) => addressOf(file)).sort()).toEqual([...keyless].sort());
  });
});
