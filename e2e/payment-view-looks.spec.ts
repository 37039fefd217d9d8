import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { en } from '../lib/payment-view/texts/en';
import { languages } from '../lib/payment-view/texts/load';
import { findViolations } from './axe';
import { readFromAfar, readQr, readQrs } from './payment-view-qr';
import { expect, fixedStatuses, test } from './payment-view-server';

const code = 'HTTP://SEQR.SE/R1402562843463';
const layouts = ['standard', 'small'];
const platforms = ['desktop', 'mobile', 'unsupported'];
const provoked = [/status of (404|500)/];
// A trace of a hundred views takes longer than the test.
test.use({ expectedErrors: [provoked, { scope: 'test' }], trace: 'off' });

const views = layouts.flatMap((layout) => platforms.map((platform) => ({ layout, platform })));
const style = '<style>:root { color-scheme: light dark } .view { max-width: 42rem; margin: 1rem auto }</style>';
const wrap = (tag: string) => `<div class="view">${tag}</div>`;

/**
 * Waits until every language shows its offline text. It appears last, after two failed queries, so no view changes
 * afterwards.
 */
async function offlineInEveryLanguage(page: Page): Promise<void> {
  for (const language of languages) {
    const file = new URL(`../public/seqr-webshop-plugin/js/lang/${language}.json`, import.meta.url);
    const { offline } = language === 'en' ? en : JSON.parse(await readFile(file, 'utf8'));
    await expect(page.getByText(offline, { exact: true })).toHaveCount(1);
  }
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

for (const [colorScheme, deviceScaleFactor, shift] of [
  ['light', 1, 0],
  ['light', 2, 1],
  ['dark', 1, 2],
  ['dark', 2, 3],
] as const) {
  test.describe(`${colorScheme} at ${deviceScaleFactor}x`, () => {
    test.use({ colorScheme, deviceScaleFactor, viewport: { width: 800, height: 800 } });

    test('the code can be read in every language, in every view', async ({ page, site }) => {
      // Each language is paired with a different view in each of the four tests.
      const tags = languages.map((language, i) =>
        wrap(site.tag({ invoiceQRCode: code, language, ...views[(i + shift) % views.length] })),
      );
      await page.goto(site.servePage(style + tags.join('')));
      const tiles = page.locator('.seqr-tile');
      await expect(tiles).toHaveCount(languages.length);
      await page.locator('details').evaluateAll((all) => {
        for (const details of all as HTMLDetailsElement[]) details.open = true;
      });
      expect(await readQrs(tiles)).toEqual(languages.map(() => code));
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state of any view, ${colorScheme}`, async ({ page, site }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    const names = Object.keys(fixedStatuses);
    const tags = names.flatMap((name) =>
      views.map((view) => wrap(site.tag({ invoiceQRCode: code, statusURL: `/status/${name}`, ...view }))),
    );
    await page.goto(site.servePage(`${style}<main><h1>Pay</h1>${tags.join('')}</main>`));
    for (const name of names) {
      const shown = name === 'offline' ? page.getByText('Still trying') : page.locator(`.seqr-is-${name}`);
      await expect(shown).toHaveCount(name === 'waiting' ? 2 * views.length : views.length);
    }
    expect(await findViolations(page)).toEqual([]);
  });
}

test('every language passes axe, and text fits on a small phone and at 200 %', async ({ page, site }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 640 });
  const tags = languages.flatMap((language, i) =>
    Object.keys(fixedStatuses).map((name, j) =>
      wrap(site.tag({ invoiceQRCode: code, language, statusURL: `/status/${name}`, ...views[(i + j) % views.length] })),
    ),
  );
  await page.goto(site.servePage(`${style}<main><h1>Pay</h1>${tags.join('')}</main>`));
  await expect(page.locator('.seqr-card')).toHaveCount(tags.length);
  await expect(page.locator('.seqr-done')).toHaveCount(5 * languages.length);
  await offlineInEveryLanguage(page);
  const tooWide = () =>
    page
      .locator('.seqr-card, .seqr-card *')
      .evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => clientWidth && scrollWidth > clientWidth + 1)
          .map((e) => e.outerHTML),
      );
  expect(await tooWide()).toEqual([]);
  // First a 1280-pixel window zoomed to 200 %, then also a browser font size set to twice the default.
  await page.setViewportSize({ width: 640, height: 400 });
  expect(await tooWide()).toEqual([]);
  const settings = await page.context().newCDPSession(page);
  await settings.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  expect(
    await page
      .locator('.seqr-status')
      .first()
      .evaluate((e) => getComputedStyle(e).fontSize),
  ).toBe('25.6px'); // 0.8 em
  expect(await tooWide()).toEqual([]);
  // Covers some states in each language, and some languages in each state. The tests above cover all colours.
  await page.locator('.view').evaluateAll((all) => {
    for (const view of all.filter((_, i) => i % 4)) view.remove();
  });
  expect(await findViolations(page, { without: ['color-contrast'] })).toEqual([]);
});

for (const layout of layouts) {
  test(`nothing below the ${layout} view moves while a payment goes through its states`, async ({ page, site }) => {
    const names = ['waiting', 'scanned', 'reserved', 'offline', 'canceled'];
    const tags = languages.flatMap((language) =>
      names.map((name) => wrap(site.tag({ invoiceQRCode: code, statusURL: `/status/${name}`, layout, language }))),
    );
    await page.goto(site.servePage(style + tags.join('')));
    await expect(page.locator('.seqr-done')).toHaveCount(languages.length);
    await offlineInEveryLanguage(page);
    const heights = await page.locator('.view').evaluateAll((all) => all.map((view) => view.clientHeight));
    expect(new Set(heights), `${heights}`).toEqual(new Set([heights[0]]));
  });
}

// `slots`: the sizes of the box that SEQR's shop plug-ins reserve for the view. With `lanCode`, an address in the local
// network, the view has one more link.
const lanCode = 'HTTP://192.168.1.20:3000/R1402562843463';
const slots = [
  { layout: 'standard', width: 555, height: 405 },
  { layout: 'standard', width: 500, height: 405 },
  { layout: 'small', width: 505, height: 275 },
  { layout: 'small', width: 500, height: 275 },
];

for (const { layout, width, height } of slots) {
  test(`the ${layout} view fits SEQR’s slot of ${width} × ${height} in every language and in five states`, async ({
    page,
    site,
  }) => {
    test.slow();
    const names = ['waiting', 'scanned', 'offline', 'canceled', 'gone'];
    const tags = languages.flatMap((language) =>
      names.map((name) => {
        const tag = site.tag({ invoiceQRCode: lanCode, statusURL: `/status/${name}`, layout, language });
        return `<div class="view" style="width:${width}px">${tag}</div>`;
      }),
    );
    await page.goto(site.servePage(style + tags.join('')));
    await expect(page.locator('.seqr-done')).toHaveCount(2 * languages.length);
    await offlineInEveryLanguage(page);
    const heights = await page.locator('.view').evaluateAll((all) => all.map((view) => view.clientHeight));
    expect(Math.max(...heights)).toBeLessThanOrEqual(height);
    expect(await clipped(page)).toEqual([]);
    expect(await stacked(page)).toBe(0);
    const codes = await readQrs(page.locator('.seqr-is-waiting .seqr-tile'));
    expect(codes).toEqual(Array(2 * languages.length).fill(lanCode)); // offline, the view still waits
    // At 200 % the view may be taller, but nothing is clipped, and the panels stay side by side.
    const settings = await page.context().newCDPSession(page);
    await settings.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await expect(page.locator('.seqr-line').first()).toHaveCSS('font-size', layout === 'small' ? '28.8px' : '32px');
    expect(await clipped(page)).toEqual([]);
    expect(await stacked(page)).toBe(0);
  });
}

/** Returns the elements whose text overflows. */
function clipped(page: Page): Promise<string[]> {
  return page
    .locator('.seqr-card, .seqr-card :not(svg, svg *)')
    .evaluateAll((all) =>
      all
        .filter((e) => e.clientWidth && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
        .map((e) => `${e.closest('[lang]')?.getAttribute('lang')} ${e.outerHTML}`),
    );
}

/** Returns the number of views with stacked panels. */
async function stacked(page: Page): Promise<number> {
  const panelEnds = await page
    .locator('.seqr-panel')
    .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().right));
  const sideStarts = await page
    .locator('.seqr-side')
    .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().left));
  return sideStarts.filter((x, i) => x < (panelEnds[i] ?? Infinity)).length;
}

test('the enlarged code is readable from two metres', async ({ page, site }) => {
  await page.goto(site.serve({ invoiceQRCode: code }));
  await page.getByRole('button', { name: 'QR code for the SEQR app' }).click();
  const large = page.locator('.seqr-zoom');
  await expect(large).toBeVisible();
  // A 13-inch screen shows 1280 CSS pixels on 286 mm. At a distance of 2 m, the 1920 pixels of a phone's camera span
  // about 2.7 m.
  const width = ((await large.boundingBox())?.width ?? 0) * (286 / 1280) * (1920 / 2700);
  expect(await readFromAfar(large, Math.round(width))).toBe(code);
  await large.locator('svg').click();
  await expect(large).toBeHidden();
  expect(await readQr(page.locator('#seqr-container'))).toBe(code);
});

test('everything can be reached by keyboard', async ({ page, site }) => {
  await page.goto(site.serve({ invoiceQRCode: `${site.merchant}/R1402562843463` }));
  await expect(page.getByRole('button', { name: /QR code/ })).toBeVisible();
  const reached: string[] = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className ?? ''));
  }
  expect(reached).toEqual(['seqr-tile', 'seqr-film', '']);
  await page.getByRole('button', { name: /QR code/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.seqr-zoom')).toBeVisible();
  await expect(page.locator('code')).toHaveText(`${site.merchant}/R1402562843463`);
  await page.keyboard.press('Escape');
  await expect(page.locator('.seqr-zoom')).toBeHidden();
  await expect(page.getByRole('button', { name: /QR code/ })).toBeFocused();
});

test('the code stays black on white where the system forces its colours', async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto(site.serve({ invoiceQRCode: code }, { before: style }));
  await expect(page.locator('.seqr-ready')).toBeVisible();
  expect(await readQr(page.locator('.seqr-tile'))).toBe(code);
});

/** Counts the animations in the view's shadow root, because `document.getAnimations()` does not list them. */
const animations = (page: Page) =>
  page.evaluate(() => document.querySelector('#seqr-container')?.shadowRoot?.getAnimations().length);

test('nothing moves until the payer plays the animation, and a click stops it', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto(site.serve({ invoiceQRCode: code, statusURL: '/status/waiting' }));
  await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
  expect(await animations(page)).toBe(0);
  const film = page.getByRole('button', { name: en.line });
  await film.click();
  await expect.poll(() => animations(page)).toBe(1);
  await film.click();
  await expect.poll(() => animations(page)).toBe(0);
});

test('in a right-to-left page the layout is mirrored and the texts are not', async ({ page, site }) => {
  const before = `<style>html { direction: rtl } main > * { width: 42em }</style>`;
  const sheet = `<link rel="stylesheet" href="${site.seqr}/seqr-webshop-plugin/css/seqrShop.css">`;
  const tags = ['true', 'false'].map((injectCSS) => site.tag({ invoiceQRCode: code, injectCSS }));
  await page.goto(site.servePage(`${before}${sheet}<main>${tags.join('')}</main>`));
  await expect(page.locator('.seqr-ready')).toHaveCount(2);
  for (const view of await page.locator('.seqr-view').all()) {
    const [mark, panel, side] = await Promise.all(
      ['.seqr-mark', '.seqr-panel', '.seqr-side'].map((part) => view.locator(part).boundingBox()),
    );
    expect(panel?.x).toBeGreaterThan(side?.x ?? Infinity);
    expect(panel?.x).toBeGreaterThan(mark?.x ?? Infinity);
    await expect(view.locator('.seqr-status')).toHaveCSS('direction', 'ltr');
    await expect(view.locator('.seqr-line')).toHaveCSS('direction', 'ltr');
    expect(await readQr(view.locator('.seqr-tile'))).toBe(code);
  }
});
