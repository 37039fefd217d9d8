import { now } from '../clock';
import { languages } from '../i18n/languages';
import { processGlobal } from '../process-global';
import { listShownCategories } from './list-categories';

/** A page that is being rendered during a change may show the old menu. Such a page is expired again a second later. */
const SETTLED_MS = 2_000;

/** The menu of the shop's pages in each language, as this process has last read it. */
const lastMenu = () => processGlobal('shop-menu', () => ({ menu: '', changedAt: 0 }));

/** Whether the menu of the shop's pages has changed within the last two seconds, or is read for the first time. */
export async function hasMenuChanged(): Promise<boolean> {
  const menu = JSON.stringify(await Promise.all(languages.map(listShownCategories)));
  const last = lastMenu();
  if (menu !== last.menu) {
    last.menu = menu;
    last.changedAt = now().getTime();
  }
  return now().getTime() - last.changedAt < SETTLED_MS;
}
