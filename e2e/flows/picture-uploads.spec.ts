import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as ask } from 'node:http';
import { getAdminTexts } from '../../lib/i18n/get-admin-texts';
import { drawPicture } from '../../lib/testing/pictures';
import { signInByForm } from '../admin';
import { expect, test } from '../fixtures';

const t = getAdminTexts('en');
const m = t.products.pictures;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('pictures are uploaded, moved and shown', async ({ page, goods }) => {
    const slug = await goods.add();
    await signInByForm(page.request);
    await page.goto(`/admin/products/${slug}`);
    const buffer = await drawPicture(900, 900, '#b33').webp().toBuffer();
    await page.getByLabel(m.file, { exact: true }).setInputFiles({ name: 'a', mimeType: 'image/webp', buffer });
    await page.getByRole('button', { name: m.upload }).click();
    await expect(page.getByRole('status')).toContainText(t.notes['picture-added']);
    await page.getByRole('button', { name: `${m.first}: ${m.of(2, 2)}` }).click();
    await page.goto(`/products/${slug}`);
    const pictures = page.getByRole('region', { name: 'Pictures' }).getByRole('img');
    await expect(pictures.first()).toHaveAttribute('src', /-900x900-800\.webp$/);
    await page.getByRole('link', { name: 'Show picture 2 of 2' }).click();
    await expect(pictures.last()).toBeInViewport({ ratio: 0.5 });
  });
});

test('a product page with several pictures has at most 150 kB of JavaScript', async ({ page, request, goods }) => {
  const slug = await goods.add();
  await signInByForm(request);
  for (const background of ['#b33', '#36c', '#393']) {
    const buffer = await drawPicture(1600, 1600, background).png().toBuffer();
    const file = { name: 'a.png', mimeType: 'image/png', buffer };
    const response = await request.post(`/admin/pictures/${slug}/add`, {
      multipart: { key: randomUUID(), file },
      maxRedirects: 0,
    });
    expect(response.headers().location).toContain('note=picture-added');
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.includes('javascript')) scripts.add(requestId);
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(`/products/${slug}`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('region', { name: 'Pictures' }).getByRole('img')).toHaveCount(4);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(150_000);
  const size = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(size).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
});

test('a form with a file takes effect once per key, and is cut off when it is too large', async ({
  request,
  goods,
  baseURL,
}) => {
  const slug = await goods.add();
  await signInByForm(request);
  const path = `/admin/pictures/${slug}/add`;
  const key = randomUUID();
  const send = async (background: string) => {
    const buffer = await drawPicture(300, 300, background).png().toBuffer();
    const multipart = { key, file: { name: 'a.png', mimeType: 'image/png', buffer } };
    return request.post(path, { multipart, maxRedirects: 0 });
  };
  const [one, two] = await Promise.all([send('#b33'), send('#b33')]);
  expect([one.status(), two.status()]).toEqual([303, 303]);
  expect((await send('#36c')).status()).toBe(409);
  const page = await (await request.get(`/admin/products/${slug}`)).text();
  expect(page).toContain('Picture 2 of 2');

  const { cookies } = await request.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const type = 'multipart/form-data; boundary=x';
  const upload = (headers: Record<string, string | number>) =>
    ask(`${baseURL}${path}`, { method: 'POST', headers: { cookie, 'content-type': type, ...headers }, agent: false });

  const announced = upload({ 'content-length': 100_000_000 });
  announced.write(Buffer.alloc(1_000));
  const [refusal] = await once(announced, 'response');
  expect(refusal.statusCode).toBe(413);
  announced.destroy();

  const endless = upload({ 'transfer-encoding': 'chunked' });
  const ended = new Promise<void>((resolve) => {
    endless.once('response', () => resolve());
    endless.once('error', () => resolve());
  });
  let isEnded = false;
  void ended.then(() => {
    isEnded = true;
  });
  const chunk = Buffer.alloc(1_000_000);
  let sent = 0;
  for (; sent < 100 && !isEnded; sent++) {
    if (!endless.write(chunk)) await Promise.race([once(endless, 'drain').catch(() => {}), ended]);
  }
  await ended;
  endless.destroy();
  expect(sent).toBeLessThan(40);
  expect((await request.get('/api/health/live')).status()).toBe(200);
});

test('a picture’s address accepts no path, and answers HEAD', async ({ request, goods }) => {
  const slug = await goods.add();
  await signInByForm(request);
  const buffer = await drawPicture(300, 200).png().toBuffer();
  const multipart = { key: randomUUID(), file: { name: '../../../x.html', mimeType: 'text/html', buffer } };
  await request.post(`/admin/pictures/${slug}/add`, { multipart, maxRedirects: 0 });
  const page = await (await request.get(`/admin/products/${slug}`)).text();
  const [address = ''] = /\/media\/[0-9a-f]{32}-300x200-300\.webp/.exec(page) ?? [];
  const head = await request.head(address);
  expect(head.status()).toBe(200);
  expect(head.headers()).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  expect((await head.body()).length).toBe(0);
  for (const path of [
    '/media/..%2fshop.db',
    '/media/%2e%2e/shop.db',
    '/media/x.html',
    `${address}%00`,
    `${address}/x`,
  ]) {
    expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 404]);
  }
});
