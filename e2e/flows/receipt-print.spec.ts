import type { Page } from 'playwright/test';
import { merchant } from '../../lib/merchant';
import { pdfText } from '../../lib/testing/pdf-text';
import { payBack, signInByForm } from '../admin';
import { expect, test } from '../fixtures';
import type { Goods } from '../goods';

/** The printable width of an 80 mm roll in CSS pixels: `@page` has 3 mm margins. */
const ROLL_WIDTH = Math.floor(((80 - 2 * 3) / 25.4) * 96);

/** Twelve lines at three rates: 4 × 125 at 25 %, 4 × 112 at 12 %, 4 × 106 at 6 %, and 49 for delivery. */
async function twelveLines(goods: Goods) {
  const rates = [
    { price: 125_00, vatRate: 25_00 },
    { price: 112_00, vatRate: 12_00 },
    { price: 106_00, vatRate: 6_00 },
  ];
  const name = 'Donaudampfschifffahrtskapitänskajütenkerzenhalter';
  const values = Array.from({ length: 12 }, (_, index) => ({
    ...rates[index % rates.length],
    ...(index === 5 && { name }),
  }));
  return (await goods.addAll(values)).map((slug) => ({ slug, quantity: 1 }));
}

const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');

const kronor = (text: string) => Number(text.replaceAll(',', ''));

async function print(page: Page, paper: Parameters<Page['pdf']>[0]): Promise<string[]> {
  // A font that loads during printing changes how many lines fit.
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  return pdfText(await page.pdf(paper)).map(plain);
}

/** Returns the elements that reach beyond the paper's edges. */
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

test('a receipt with twelve lines and a refund fits on one A4 page, and on an 80 mm roll', async ({
  page,
  request,
  goods,
  books,
  buyer,
}) => {
  const { orderId } = await buyer.buy('', { items: await twelveLines(goods) });
  const { number } = await books.order(orderId);
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
      (await books.payments(orderId))[0]?.ersReference ?? 'none',
      merchant.legalName,
      `Org. number ${merchant.organisationNumber}`,
      merchant.vatNumber,
      'Total 1,421 kr',
      'Refunded',
      /[−-]50 kr/,
      'Net total 1,371 kr',
    ]) {
      expect(text, paper).toMatch(fact instanceof RegExp ? fact : new RegExp(fact.replaceAll('.', '\\.')));
    }
    // The 49 kronor for delivery are split across the rates.
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
  await expect.poll(() => cutOff(page)).toEqual([]);
});

test('a receipt of many pages has the total only on the last page', async ({ page, goods, buyer }) => {
  const items = (await goods.addAll(Array(40).fill({}))).map((slug) => ({ slug, quantity: 1 }));
  const { orderId } = await buyer.buy('', { items });
  await page.goto(`/en/orders/${orderId}/receipt`);
  const pages = await print(page, { format: 'A4' });
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.map((text) => /\bTotal\b/.test(text))).toEqual([...pages.slice(1).map(() => false), true]);
});
