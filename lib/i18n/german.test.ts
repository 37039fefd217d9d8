import { expect, test } from 'vitest';
import { formatMoney, money } from '../money';
import { formatVatRate } from '../vat-rate';
import { formatDate, formatDateTime } from './format-date';
import { getMailTexts } from './get-mail-texts';
import { getShopTexts } from './get-shop-texts';

const spaced = (text: string) => text.replace(/\s/g, ' ');

test('German amounts, rates and dates are written as in Germany', () => {
  expect(spaced(formatMoney(money(67_60, 'SEK'), 'de'))).toBe('67,60 kr');
  expect(spaced(formatMoney(money(101_000_00, 'SEK'), 'de'))).toBe('101.000 kr');
  expect(spaced(formatVatRate(25_50, 'de'))).toBe('25,5 %');
  const date = new Date('2026-11-23T13:05:00Z');
  expect(formatDate(date, 'de')).toBe('23. November 2026');
  expect(formatDateTime(date, 'de')).toBe('23. November 2026 um 14:05');
});

test('German texts include the names and numbers that they are given', () => {
  const { cart, receipt } = getShopTexts('de');
  expect(cart.removeName('Becher')).toBe('Becher entfernen');
  expect(receipt.fileName('T-10001')).toBe('quittung-T-10001.pdf');
  expect(getMailTexts('de').refund.subject('T-10001')).toBe('Erstattung für Bestellung T-10001');
});

/** Lists each text with its path in the tree. A function is called with '7' for each of its parameters. */
function leaves(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  if (typeof tree === 'function') return [[path, String(tree(...Array.from({ length: tree.length }, () => '7')))]];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, part]) => leaves(part, `${path}/${key}`));
}

test('no German text is empty, and only five are the same in English', () => {
  const english = new Map([...leaves(getShopTexts('en')), ...leaves(getMailTexts('en'))]);
  const german = [...leaves(getShopTexts('de')), ...leaves(getMailTexts('de'))];
  expect(german.filter(([, text]) => text.trim() === '')).toEqual([]);
  const alike = german.filter(([path, text]) => english.get(path) === text && /[a-z]{3}/.test(text));
  expect(alike.map(([, text]) => text).sort()).toEqual(['Bankgiro', 'Demonstration', 'Express', 'Name', 'Standard']);
});
