import { expect, test } from './fixtures';

// The gallery provokes server errors, which the browser logs to its console.
const provoked = [/status of (404|503)/];
test.use({ expectedErrors: [provoked, { scope: 'test' }], trace: 'off' });

// Each layout and each platform, light and dark in turn.
for (const choice of [
  'layout=standard&platform=desktop&colours=light',
  'layout=small&platform=desktop&colours=dark',
  'layout=standard&platform=mobile&colours=dark',
  'layout=small&platform=mobile&colours=light',
  'layout=standard&platform=unsupported&colours=light',
]) {
  const name = choice.replace(/\w+=/g, '').replaceAll('&', '-');

  test(`${name}: every state looks as in its picture`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/payment-view?${choice}`);
    const states = page.getByRole('region', { name: 'Every state' });
    await expect(states.locator('.seqr-done')).toHaveCount(5);
    await expect(states.locator('.seqr-busy')).toHaveCount(2);
    await expect(states.getByText('Still trying')).toHaveCount(1);
    await states.evaluate(drawTextAsBars);
    await expect(states).toHaveScreenshot(`${name}.png`, { maxDiffPixels: 60 });
  });
}

/**
 * Makes pictures comparable between machines with different font rendering: every piece of text becomes a bar of its
 * size and colour. The size comes from the shop's font without hinting, so every machine draws the same bar.
 */
async function drawTextAsBars(section: Element): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    .seqr-view { font-family: var(--font-familjen) !important }
    .bar { background: currentColor; -webkit-text-fill-color: transparent; text-rendering: geometricPrecision }
    ::marker { color: transparent }`);
  const roots: (Element | ShadowRoot)[] = [section];
  for (const { shadowRoot } of section.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    shadowRoot.adoptedStyleSheets.push(sheet);
    // A copy is static; the view continues with its own DOM.
    const view = shadowRoot.querySelector('.seqr-view');
    view?.replaceWith(view.cloneNode(true));
    roots.push(shadowRoot);
  }
  document.adoptedStyleSheets.push(sheet);
  for (const root of roots) {
    for (const timer of root.querySelectorAll('.seqr-timer:not(:empty)')) timer.textContent = '1:23 left to pay';
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) {
      const bar = document.createElement('span');
      bar.className = 'bar';
      text.replaceWith(bar);
      bar.append(text);
    }
  }
  await document.fonts.ready;
}
