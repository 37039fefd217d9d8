import type { Page } from 'playwright/test';
import { merchant } from '../../lib/merchant';
import { pdfText } from '../../lib/testing/pdf-text';
import { payBack, signInByForm } from '../admin';
import { expect, test } from '../fixtures';
import type { Goods } from '../goods';

/** What a roll of 80 mm leaves to print on, in CSS pixels: `@page` keeps 3 mm at each side. */
const ROLL_WIDTH = Math.floor(((80 - 2 * 3) / 25.4) * 96);

/** A dozen lines at three rates: 4 × 125 at 25 %, 4 × 112 at 12 %, 4 × 106 at 6 %, and 49 for delivery. */
function twelveLines(goods: Goods) {
  const rates = [
    { price: 125_00, vatRate: 25_00 },
    { price: 112_00, vatRate: 12_00 },
    { price: 106_00, vatRate: 6_00 },
  ];
  const name = 'Donaudampfschifffahrtskapitänskajütenkerzenhalter';
  return Array.from({ length: 12 }, (_, index) => ({
    slug: goods.add({ ...rates[index % rates.length], ...(index === 5 && { name }) }),
    quantity: 1,
  }));
}

const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');

const kronor = (text: string) => Number(text.replaceAll(',', ''));

async function print(page: Page, paper: Parameters<Page['pdf']>[0]): Promise<string[]> {
  return pdfText(await page.pdf(paper)).map(plain);
}

/** Whatever reaches beyond the paper's edges. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const shown = [...document.querySelectorAll('main *')].filter((element) => element.getClientRects().length > 0);
    const beyond = shown.filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -0.5 || right > clientWidth + 0.5 || element.scrollWidth > element.clientWidth + 1;
    });
    return beyond.filter(({ clientWidth }) => clientWidth > 0).map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
}

test('a receipt of twelve lines and a refund fits on one A4 page, and on a roll of 80 mm', async ({
  page,
  request,
  goods,
  books,
  buy,
}) => {
  const { orderId } = await buy('', { items: twelveLines(goods) });
  const { number } = books.order(orderId);
  await signInByForm(request);
  await payBack(request, number, 50);
  await page.goto(`/en/orders/${orderId}/receipt`);

  const [a4, ...more] = await print(page, { format: 'A4' });
  expect(more).toEqual([]);
  const roll = (await print(page, { width: '80mm', height: '400mm' })).join(' ');
  const file = await request.get(`/api/orders/${orderId}/receipt.pdf?language=en`);
  const library = pdfText(await file.body())
    .map(plain)
    .join(' ');
  for (const [paper, text] of Object.entries({ a4, roll, library })) {
    for (const fact of [
      `T-${number}`,
      books.payments(orderId)[0]?.ersReference ?? 'none',
      merchant.legalName,
      `Org. number ${merchant.organisationNumber}`,
      merchant.vatNumber,
      'Total 1,421 kr',
      'Paid back',
      /[−-]50 kr/,
      'Left to us 1,371 kr',
    ]) {
      expect(text, paper).toMatch(fact instanceof RegExp ? fact : new RegExp(fact.replaceAll('.', '\\.')));
    }
    // Delivery's 49 kronor are shared out among the rates.
    const vat = [...(text ?? '').matchAll(/(25|12|6)% ([\d,]+\.\d\d) kr ([\d,]+\.\d\d) kr/g)];
    expect(
      vat.map(([, rate]) => rate),
      paper,
    ).toEqual(['25', '12', '6']);
    const sum = vat.reduce((total, [, , net = '', tax = '']) => total + kronor(net) + kronor(tax), 0);
    expect(sum, paper).toBeCloseTo(1421, 2);
  }
  expect(a4).not.toContain('Save as PDF');

  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: ROLL_WIDTH, height: 1200 });
  expect(await cutOff(page)).toEqual([]);
});

test('an order of many pages has its total once, at the end', async ({ page, goods, buy }) => {
  const items = Array.from({ length: 40 }, () => ({ slug: goods.add(), quantity: 1 }));
  const { orderId } = await buy('', { items });
  await page.goto(`/en/orders/${orderId}/receipt`);
  const pages = await print(page, { format: 'A4' });
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.map((text) => /\bTotal\b/.test(text))).toEqual([...pages.slice(1).map(() => false), true]);
});
