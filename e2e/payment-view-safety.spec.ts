import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readQr } from './payment-view-qr';
import { expect, test } from './payment-view-server';

const code = 'HTTP://SEQR.SE/R1402562843463';
const statusURL = '/status?order=7';
const provoked = [/status of (404|500)/, /ERR_/, /uncaught: seqrShop: no function/, /'integrity' attribute/];
test.use({ expectedErrors: [provoked, { scope: 'test' }] });

/** Set by any script or markup that gets through. */
const trap = '<script>var trapped = []; function trap(what) { trapped.push(what) }</script>';
const markup = '"><img src=x onerror="trap(1)"><script>trap(2)</script>';
const hostile: [string, string][] = [
  ['invoiceId', markup],
  ['invoiceId', '../../../status/paid'],
  ['invoiceId', '__proto__'],
  ['invoiceQRCode', 'javascript:trap(3)'],
  ['invoiceQRCode', `https://shop.example/${markup}`],
  ['statusURL', 'javascript:trap(4)'],
  ['statusURL', 'data:application/json,{"status":"PAID"}'],
  ['successURL', 'javascript:trap(5)'],
  ['successURL', 'data:text/html,<script>parent.trap(6)</script>'],
  ['layout', markup],
  ['language', markup],
  ['language', '../../../status/paid'],
  ['language', 'constructor'],
  ['platform', 'toString'],
  ['injectCSS', markup],
  ['pollFreq', '-1'],
  ['pollFreq', '1e999'],
  ['successCallback', 'trap(7)'],
  ['successCallback', 'trap.constructor.constructor'],
  ['successCallback', 'eval'],
  ['statusCallback', 'document.write'],
  ['paidCallback', 'location.assign'],
  ['paidCallback', '__proto__.toString'],
  ['nothingCallback', 'trap'],
  ['nothing', markup],
  ['__proto__', 'trap'],
];

const long = hostile.map(([key]): [string, string] => [key, 'x'.repeat(20_000)]);

for (const [name, values] of [
  ['hostile', hostile],
  ['endless', long],
] as const) {
  test(`${name} values of any parameter do no harm`, async ({ page, site }) => {
    site.behaviour = { status: 'PAID' };
    const tags = values.map(([key, value]) =>
      site.tag({ invoiceId: '7', invoiceQRCode: code, statusURL, [key]: value }),
    );
    await page.goto(site.servePage(`${trap}<main>${tags.join('')}</main>`));
    await expect(page.locator('.seqr-is-paid')).toHaveCount(values.length);
    expect(await page.evaluate('trapped')).toEqual([]);
    expect(await page.locator('main :is(script, img, iframe)').count()).toBe(0);
    expect(page.url()).toBe(`${site.merchant}/pay`);
  });
}

test('100 KB in the tag’s body, valid or not, do no harm', async ({ page, site }) => {
  for (const body of [
    'x'.repeat(100_000),
    `{"invoiceId":"${'7'.repeat(100_000)}"}`,
    '{"layout":"small","language":"sv"}',
  ]) {
    await page.goto(`${site.serve({ invoiceQRCode: code }, { body })}?${body.length}`);
    await expect(page.locator('.seqr-ready')).toBeVisible();
  }
  await expect(page.locator('.seqr-small[lang=sv]')).toBeVisible();
});

test('text in an answer is never treated as markup', async ({ page, site }) => {
  const words = { status: 'ISSUED', resultDescription: markup, expiresAt: markup, scanned: markup };
  site.behaviour = { ...words, invoiceQRCode: 'javascript:trap(1)' };
  await page.goto(site.serve({ invoiceId: '7', pollFreq: '250' }, { before: trap }));
  await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
  await expect(page.locator('a[href]')).toHaveCount(0);
  site.behaviour = { ...words, invoiceQRCode: `https://shop.example/${markup}` };
  await expect(page.locator('.seqr-ready')).toBeVisible();
  await page.getByRole('button', { name: /QR code/ }).click();
  await expect(page.locator('code')).toHaveText(`https://shop.example/${markup}`);
  expect(await page.evaluate('trapped')).toEqual([]);
});

for (const behaviour of ['error', 'html', 'silent'] as const) {
  test(`a failing status address (${behaviour}) is reported to the payer and queried again`, async ({ page, site }) => {
    await page.clock.install();
    site.behaviour = behaviour;
    await page.goto(site.serve({ invoiceQRCode: code, statusURL }));
    await expect(async () => {
      await page.clock.runFor(2500);
      await expect(page.getByRole('status')).toHaveText('No connection. Still trying', { timeout: 100 });
    }).toPass({ intervals: [50] });
    site.behaviour = { status: 'PAID' };
    await expect(async () => {
      await page.clock.runFor(2500);
      await expect(page.getByRole('status')).toHaveText('Paid. Thank you!', { timeout: 100 });
    }).toPass({ intervals: [50] });
  });
}

test('two tabs on one invoice both show the payment', async ({ page, context, site }) => {
  site.hasStream = true;
  const before = '<script>var times = 0; function paid() { times++ }</script>';
  const address = site.serve({ invoiceQRCode: code, statusURL, pollFreq: '250', successCallback: 'paid' }, { before });
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(address);
    await expect(tab.getByRole('status')).toHaveText('Waiting for your payment');
  }
  site.changeStatus({ status: 'PAID' });
  for (const tab of [page, other]) {
    await expect(tab.getByRole('status')).toHaveText('Paid. Thank you!');
    expect(await tab.evaluate('times')).toBe(1);
  }
});

test('the content security policy in the documentation is all that the view needs', async ({ page, site }) => {
  const docs = await readFile(new URL('../docs/payment-view.md', import.meta.url), 'utf8');
  const policy = /^Content-Security-Policy: (.*)$/m.exec(docs)?.[1]?.replaceAll('https://HOST', site.seqr);
  expect(policy).toContain(site.seqr);
  const closed = "default-src 'none'; style-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";
  const headers = { 'Content-Security-Policy': `${policy}; ${closed}` };
  site.hasStream = true;
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, language: 'sv' }, { headers }));
  await expect(page.getByRole('status')).toHaveText('Väntar på din betalning');
  expect(await readQr(page.locator('.seqr-tile'))).toBe(code);
  expect(await page.locator('.seqr-panel').evaluate((panel) => getComputedStyle(panel).display)).toBe('grid');
  await expect.poll(() => site.streams.size).toBe(1);
});

test('the page’s style does not affect the view, and the view’s does not affect the page', async ({ page, site }) => {
  const cruel = `<style>
    * { color: red !important; font: 40px serif !important; display: block !important; letter-spacing: 1em !important;
        text-transform: uppercase !important; background: yellow !important; transform: rotate(3deg) }
    .seqr-panel, .seqr-tile, svg { display: none !important }
  </style><p class="seqr-panel">theirs</p>`;
  const look = (selector: string) =>
    page.locator(selector).evaluateAll((all) =>
      all.map((element) => {
        const { color, fontSize, display, letterSpacing, textTransform, backgroundColor } = getComputedStyle(element);
        return { color, fontSize, display, letterSpacing, textTransform, backgroundColor };
      }),
    );
  await page.goto(site.serve({ invoiceQRCode: code }));
  await expect(page.locator('.seqr-ready')).toBeVisible();
  const own = await look('.seqr-card, .seqr-card *');
  await page.goto(`${site.serve({ invoiceQRCode: code }, { before: cruel })}?cruel`);
  await expect(page.locator('.seqr-ready')).toBeVisible();
  expect(await look('.seqr-card, .seqr-card *')).toEqual(own);
  await page.goto(
    `${site.serve({ invoiceQRCode: code }, { before: '<p class="seqr-panel seqr-card">theirs</p>' })}?out`,
  );
  await expect(page.locator('.seqr-ready')).toBeVisible();
  expect((await look('p.seqr-card'))[0]).toMatchObject({ display: 'block', backgroundColor: 'rgba(0, 0, 0, 0)' });
});

test('the view works in a dialog', async ({ page, site }) => {
  const tag = site.tag({ invoiceQRCode: code, statusURL });
  await page.goto(site.servePage(`<dialog id="d">${tag}</dialog><button onclick="d.showModal()">Pay</button>`));
  await page.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
  expect(await readQr(page.locator('.seqr-tile'))).toBe(code);
});

test('with injectCSS=false the view is plain DOM, which the page styles', async ({ page, site }) => {
  const sheet = `<link rel="stylesheet" href="${site.seqr}/seqr-webshop-plugin/css/seqrShop.css">`;
  const own =
    '<style>#seqr-container { --seqr-panel: rgb(90, 0, 90) } .seqr-words .seqr-caption { text-transform: none }</style>';
  await page.goto(site.serve({ invoiceQRCode: code, injectCSS: 'false' }, { before: sheet + own }));
  await expect(page.locator('#seqr-container > .seqr-view.seqr-ready')).toBeVisible();
  expect(await page.evaluate(() => document.getElementById('seqr-container')?.shadowRoot)).toBeNull();
  const panel = await page.evaluate(
    () => getComputedStyle(document.querySelector('.seqr-panel') as Element).backgroundColor,
  );
  expect(panel).toBe('rgb(90, 0, 90)');
  await expect(page.locator('.seqr-words .seqr-caption')).toHaveCSS('text-transform', 'none');
  expect(await readQr(page.locator('.seqr-tile'))).toBe(code);
});

test('a tag with an integrity hash runs the script only if the hash matches', async ({ page, site }) => {
  const built = await readFile(new URL('../public/seqr-webshop-plugin/js/seqrShop.js', import.meta.url));
  const integrity = `sha384-${createHash('sha384').update(built).digest('base64')}`;
  for (const [value, count] of [
    [integrity, 1],
    [`sha384-${'A'.repeat(64)}`, 0],
  ] as const) {
    const tag = site.tag({ invoiceQRCode: code }).replace('src', `crossorigin="anonymous" integrity="${value}" src`);
    await page.goto(`${site.servePage(tag)}?${count}`);
    await expect(page.locator('.seqr-ready')).toHaveCount(count);
  }
});

for (const [lack, withdraw] of [
  ['light-dark()', () => Object.assign(CSS, { supports: () => false })],
  ['popovers', () => Reflect.deleteProperty(HTMLElement.prototype, 'popover')],
  [
    'light-dark(), shadow roots, constructed style sheets, custom elements, server-sent events',
    () => {
      CSS.supports = () => false;
      for (const name of ['CSSStyleSheet', 'customElements', 'EventSource']) Reflect.deleteProperty(window, name);
      Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
      Reflect.deleteProperty(Element.prototype, 'attachShadow');
    },
  ],
] as const) {
  test(`an older browser, without ${lack}, gets the link`, async ({ page, site }) => {
    await page.addInitScript(withdraw);
    const link = page.getByRole('link', { name: 'Pay with SEQR' });
    await page.goto(site.serve({ invoiceQRCode: code, statusURL }));
    await expect(link).toHaveAttribute('href', 'SEQR://SEQR.SE/R1402562843463');
    await page.goto(`${site.serve({ invoiceId: '1402562843463' })}?id`);
    await expect(link).toHaveAttribute('href', `${site.seqr}/R1402562843463`);
    await expect(page.locator('#seqr-container')).toHaveCount(0);
  });
}

test('a browser without server-sent events polls, one query at a time', async ({ page, site }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'EventSource'));
  site.hasStream = true;
  site.delay = 600;
  await page.goto(site.serve({ invoiceQRCode: code, statusURL, pollFreq: '250' }));
  await expect(page.getByRole('button', { name: /QR code/ })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
  site.changeStatus({ status: 'PAID' });
  await expect(page.getByRole('status')).toHaveText('Paid. Thank you!');
  expect(site.mostAtOnce).toBe(1);
  expect(site.streams.size).toBe(0);
});

test('the view stores nothing in the browser', async ({ page, context, site }) => {
  site.behaviour = { status: 'PAID' };
  await page.goto(site.serve({ invoiceId: '7', invoiceQRCode: code, statusURL }));
  await expect(page.getByRole('status')).toHaveText('Paid. Thank you!');
  expect(
    await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]),
  ).toEqual([0, 0, 0]);
  expect(await context.cookies()).toEqual([]);
});
