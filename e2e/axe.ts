import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result } from 'axe-core';
import { type CDPSession, expect, type Page } from 'playwright/test';

/** What axe looks at, by default the whole page with all rules that are on by default. */
type Scope = {
  /** A selector. Only elements within it are checked. */
  include?: string;
  /** Tags of rules. Only rules with one of them are checked. */
  tags?: readonly string[];
  /** Rules that are not checked. */
  without?: readonly string[];
};

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Returns the violations that axe finds. While Next replaces a page, the document has no title for a moment; such a
 * page is analysed again, so only a title that stays missing fails. Frames are left out: ours show mails, and run no
 * scripts.
 */
export async function findViolations(page: Page, scope: Scope = {}): Promise<Result[]> {
  let violations: Result[] = [];
  await expect(async () => {
    await expect(page).toHaveTitle(/./);
    violations = await analyse(page, scope);
    expect(violations.map(({ id }) => id)).not.toContain('document-title');
  }, page.url()).toPass({ timeout: 60_000 });
  return violations;
}

async function analyse(page: Page, { include, tags, without = [] }: Scope): Promise<Result[]> {
  const options = {
    iframes: false,
    resultTypes: ['violations'],
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    ...(tags && { runOnly: { type: 'tag', values: tags } }),
  };
  await load(page);
  return page.evaluate(
    `axe.run(${JSON.stringify(include ?? 'html')}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
}

/**
 * Loads axe into the document unless it is there. If Chromium's protocol evaluates the script, Chromium compiles it only once
 * per renderer. If Playwright evaluates it, Chromium compiles it again for each document, which takes longer than the
 * analysis.
 */
async function load(page: Page): Promise<void> {
  if (await page.evaluate('typeof axe === "object"')) return;
  if (page.context().browser()?.browserType().name() !== 'chromium') return void (await page.evaluate(source));
  let session = sessions.get(page);
  if (!session) {
    session = page.context().newCDPSession(page);
    sessions.set(page, session);
  }
  await (await session).send('Runtime.evaluate', { expression: source });
}
