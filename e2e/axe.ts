import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { expect } from 'playwright/test';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/**
 * Returns axe for this page. Leaves out the details of passed rules, and the second page for cross-origin frames, which our
 * pages do not have. This saves a third of the time.
 */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

/**
 * Returns the violations that axe finds. While Next replaces a page, the document has no title for a moment; such a
 * page is analysed again, so only a title that stays missing fails.
 */
export async function findViolations(page: Page, axe = axeOn(page)): Promise<Violations> {
  let violations: Violations = [];
  await expect(async () => {
    await expect(page).toHaveTitle(/./);
    ({ violations } = await axe.analyze());
    expect(violations.map(({ id }) => id)).not.toContain('document-title');
  }, page.url()).toPass({ timeout: 60_000 });
  return violations;
}
