import { expect, test } from './payment-view-server';

const code = 'HTTP://SEQR.SE/R1402562843463';
const provoked = [/status of 404/];
test.use({ expectedErrors: [provoked, { scope: 'test' }] });

test('mount adds the view to an element, calls functions and events, and removes it', async ({ page, site }) => {
  site.hasStream = true;
  await page.goto(
    site.servePage(`<main></main><script type="module">
      import { mount } from '${site.seqr}/seqr-webshop-plugin/js/seqrShop.mjs';
      window.calls = [];
      for (const type of ['seqr:status', 'seqr:paid']) addEventListener(type, event => calls.push(type + ' ' + event.detail.status));
      window.view = mount(document.querySelector('main'), {
        invoiceQRCode: '${code}', statusURL: '/status', language: 'sv',
        onStatus: status => calls.push('onStatus ' + status.status), onPaid: status => calls.push('onPaid ' + status.status),
      });
    </script>`),
  );
  await expect(page.getByRole('status')).toHaveText('Väntar på din betalning');
  await expect.poll(() => site.streams.size).toBe(1);
  site.changeStatus({ status: 'PAID' });
  await expect(page.getByRole('status')).toHaveText('Betalt. Tack!');
  expect(await page.evaluate('calls')).toEqual([
    'onStatus ISSUED',
    'seqr:status ISSUED',
    'onStatus PAID',
    'seqr:status PAID',
    'onPaid PAID',
    'seqr:paid PAID',
  ]);
  await page.evaluate('view.destroy()');
  await expect(page.locator('main > *')).toHaveCount(0);
});

test('destroy closes the stream, and moving the view does not', async ({ page, site }) => {
  site.hasStream = true;
  await page.goto(
    site.servePage(`<main></main><aside></aside><script type="module">
      import { mount } from '${site.seqr}/seqr-webshop-plugin/js/seqrShop.mjs';
      window.view = mount(document.querySelector('main'), { invoiceQRCode: '${code}', statusURL: '/status' });
    </script>`),
  );
  await expect.poll(() => site.streams.size).toBe(1);
  await page.evaluate(() => document.querySelector('aside')?.append(document.querySelector('main > *') as Element));
  await expect.poll(() => site.streams.size).toBe(1);
  await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
  await page.evaluate('view.destroy()');
  await expect.poll(() => site.streams.size).toBe(0);
});

test('mount works in a shadow root and names invalid parameters', async ({ page, site }) => {
  await page.goto(
    site.servePage(`<main></main><script type="module">
      import { mount } from '${site.seqr}/seqr-webshop-plugin/js/seqrShop.mjs';
      const root = document.querySelector('main').attachShadow({ mode: 'open' });
      const attempt = options => { try { mount(root, options); return 'mounted' } catch (error) { return error.name + ': ' + error.message } };
      window.results = [
        {}, { invoiceQRCode: 'javascript:alert(1)' }, { invoiceId: '7', statusURL: 'data:,x' }, { invoiceId: '<b>' },
        { invoiceId: '7', language: 'en', platform: 'desktop' },
      ].map(attempt);
    </script>`),
  );
  await expect(page.getByRole('status')).toHaveText('Waiting for your payment');
  expect(await page.evaluate('results')).toEqual([
    'TypeError: seqrShop: invoiceId is not valid: (none)',
    'TypeError: seqrShop: invoiceQRCode is not valid: javascript:alert(1)',
    'TypeError: seqrShop: statusURL is not valid: data:,x',
    'TypeError: seqrShop: invoiceId is not valid: <b>',
    'mounted',
  ]);
});
