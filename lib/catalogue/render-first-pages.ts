import { languages, localPath } from '../i18n/languages';
import { log } from '../log';
import { listShownCategories } from './list-categories';
import { hasMenuChanged } from './menu-changes';

const TIMEOUT_MS = 20_000;

/**
 * Requests the front page and the categories in every language from the server at `address`, so that it caches them; the
 * build renders no page. Stops at the first failure and logs it: a missing page is rendered at its first request.
 */
export async function renderFirstPages(address: string): Promise<void> {
  try {
    // Stores the menu that these pages show, for later comparisons.
    await hasMenuChanged();
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    for (const language of languages) {
      const categories = await listShownCategories(language);
      for (const path of ['/', ...categories.map(({ slug }) => `/categories/${slug}`)]) {
        const response = await fetch(`${address}${localPath(language, path)}`, { signal, cache: 'no-store' });
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
      }
    }
  } catch (error) {
    log.warn({ err: error }, 'server: not every first page could be rendered');
  }
}
