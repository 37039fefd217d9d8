// Tests the published paths, which existing plug-ins use, on the built server.
import { randomInt, randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures';
import { readQr } from '../payment-view-qr';
import { registerTill, sendInvoice } from '../send-invoice';

const CONTRACT = 'http://external.interfaces.ers.seamless.com/';
const MERCHANT = 'http://externalclientservice.cashregister.seamless.com/';

test.describe('the SOAP service', () => {
  for (const [path, namespace, service] of [
    ['/soap/merchant/cashregister-2', MERCHANT, 'ERSWSExternalClientServiceImplService'],
    ['/extclientproxy/service/v2', CONTRACT, 'ERSWSExternalClientServiceService'],
    ['/extclientproxy/service', CONTRACT, 'ERSWSExternalClientServiceService'],
  ] as const) {
    test(`${path} has its own service and answers`, async ({ request, baseURL }) => {
      const wsdl = await (await request.get(`${path}?wsdl`)).text();
      expect(wsdl).toContain(`targetNamespace="${namespace}"`);
      expect(wsdl).toContain(`<wsdl:service name="${service}">`);
      expect(wsdl).toContain(`<soap:address location="${baseURL}${path}"/>`);
      const contract = await (await request.get(`${path}?wsdl=contract`)).text();
      expect(contract).toContain('<wsdl:portType name="ERSWSExternalClientService">');

      const data = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><x:benchmarkingNop xmlns:x="${CONTRACT}"/></e:Body></e:Envelope>`;
      const answer = await request.post(path, { data, headers: { 'Content-Type': 'text/xml' } });
      expect(await answer.text()).toContain('<resultCode>0</resultCode>');
    });
  }
});

test('any origin can load the payment view and its files from the plug-ins’ folder', async ({ request }) => {
  for (const [path, type] of [
    ['js/seqrShop.js', 'javascript'],
    ['js/seqrShop2.js', 'javascript'],
    ['js/lang/sv.json', 'json'],
    ['css/seqrShop.css', 'css'],
    ['images/seqr-logo.svg', 'svg'],
    ['images/loading.svg', 'svg'],
  ] as const) {
    const response = await request.get(`/webshop-plugin/${path}`);
    const { 'content-type': contentType, 'access-control-allow-origin': origin } = response.headers();
    expect([response.status(), contentType, origin], path).toEqual([200, expect.stringContaining(type), '*']);
  }
  const [one, two] = await Promise.all(
    ['seqrShop.js', 'seqrShop2.js'].map(async (name) => (await request.get(`/webshop-plugin/js/${name}`)).text()),
  );
  expect(two).toBe(one);
  expect((await request.get('/webshop-plugin/js/nothing.js')).status()).toBe(404);
});

test('the script from the plug-ins’ folder shows an invoice in a page of another origin', async ({
  page,
  request,
  baseURL,
}) => {
  const reference = await sendInvoice(request);
  await page.setContent(
    `<body><script id="seqrShop" src="${baseURL}/webshop-plugin/js/seqrShop2.js#!invoiceId=${reference}&language=sv"></script></body>`,
  );
  await expect(page.getByText('Väntar på din betalning')).toBeAttached();
  await expect.poll(() => readQr(page.locator('.seqr-tile'))).toMatch(new RegExp(`/R${reference}$`));
});

test('the PHP paths send an invoice, answer its status, and never show a stack trace', async ({ request, sandbox }) => {
  const headers = { Origin: 'http://shop.example', 'Content-Type': 'text/plain' };
  const data = JSON.stringify({ title: 'Tea', currency: 'SEK', items: [{ description: 'Tea', amount: 12.5 }] });
  const sent = await request.post('/seqr-webshop-api/sendInvoice.php', { data, headers });
  expect(sent.headers()).toMatchObject({ 'access-control-allow-origin': '*' });
  const { resultCode, invoiceReference } = await sent.json();
  expect(resultCode).toBe(0);

  const status = await request.get(`/seqr-webshop-api/getPaymentStatus.php?invoiceReference=${invoiceReference}`);
  expect(status.headers()).toMatchObject({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
  expect(await status.json()).toEqual({
    resultCode: 0,
    resultDescription: 'SUCCESS',
    status: 'ISSUED',
    customerTokens: {},
    version: 0,
  });
  await sandbox.pay(invoiceReference);
  const short = await request.get(`/seqr-webshop-api/invoice.php?invoiceId=${invoiceReference}`);
  expect(await short.json()).toEqual({ status: 'PAID' });

  const refused = await request.post('/seqr-webshop-api/sendInvoice.php', { data: '<?php', headers });
  expect(await refused.json()).toEqual({ resultCode: 999, resultDescription: 'EXCEPTION', version: 0 });
  const preflight = await request.fetch('/seqr-webshop-api/sendInvoice.php', { method: 'OPTIONS', headers });
  expect(preflight.headers()).toMatchObject({
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': '*',
  });
});

test('the QR generator draws a PNG', async ({ request }) => {
  const picture = await request.get('/se-qr-web/qrgenerator?code=HTTP://SEQR.SE/R1402562843463');
  expect(picture.headers()).toMatchObject({
    'content-type': 'image/png',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG');
  expect((await request.get('/se-qr-web/qrgenerator')).status()).toBe(400);
});

test('a static code opens with and without its Q', async ({ page, request }) => {
  const seqrId = `T${randomUUID().slice(0, 8)}`;
  const terminal = await registerTill(request, seqrId);
  const reference = await sendInvoice(request, { terminal });
  for (const path of [`/Q${seqrId}`, `/${seqrId.toLowerCase()}`]) {
    await page.goto(path);
    await expect(page).toHaveURL(new RegExp(`/R${reference}$`));
  }
  expect((await request.get('/Qnobody_has_this')).status()).toBe(404);
});

test('a static code that looks like an invoice’s opens with its Q', async ({ page, request }) => {
  const seqrId = `R${randomInt(10 ** 12, 10 ** 13)}`;
  await registerTill(request, seqrId);
  await page.goto(`/Q${seqrId}`);
  await expect(page).toHaveURL(new RegExp(`/till/Q${seqrId}/waiting$`));
});
