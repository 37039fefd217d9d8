import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect } from 'playwright/test';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/**
 * Returns the violations that axe finds. While Next replaces a page, the document has no title for a moment; such a
 * page is analysed again, so only a title that stays missing fails.
 */
export async function findViolations(page: Page, axe = new AxeBuilder({ page })): Promise<Violations> {
  let violations: Violations = [];
  await expect(async () => {
    await expect(page).toHaveTitle(/./);
    ({ violations } = await axe.analyze());
    expect(violations.map(({ id }) => id)).not.toContain('document-title');
  }, page.url()).toPass({ timeout: 20_000 });
  return violations;
}
