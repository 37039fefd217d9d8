import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import type { Fact } from './receipt-facts';
import { type Cell, type Column, LEFT, MUTED, type Sheet } from './sheet';

type Seller = Pick<
  typeof merchant,
  'name' | 'legalName' | 'street' | 'postalCode' | 'city' | 'organisationNumber' | 'vatNumber' | 'email'
>;
type Heading = { readonly title: string; readonly below: string; readonly seller?: Seller };

const half: Column = { x: LEFT, width: 240 };
const right: Column = { x: LEFT + 243, width: 240, align: 'right' };

/** The document's title at the left, the seller at the right. */
export function drawLetterhead(page: Sheet, { title, below, seller = merchant }: Heading, language: Language) {
  const { receipt: m } = getShopTexts(language);
  const top = page.y;
  page.row([[seller.legalName, right]], { bold: true, size: 9 });
  for (const text of [
    `${seller.street}, ${seller.postalCode} ${seller.city}`,
    `${m.organisationNumber} ${seller.organisationNumber}`,
    `${m.vatNumber} ${seller.vatNumber}`,
    seller.email,
  ]) {
    page.row([[text, right]], { size: 9, color: MUTED });
  }
  const bottom = page.y;
  page.y = top;
  page.row([[seller.name, half]], { size: 11, bold: true, color: MUTED }, 4);
  page.row([[title, half]], { size: 24, bold: true });
  page.row([[below, half]], { color: MUTED });
  page.y = Math.max(page.y, bottom) + 14;
  page.rule(12);
}

/** Facts in two columns. */
export function drawFacts(page: Sheet, facts: readonly Fact[]) {
  const columns: readonly Column[] = [half, { ...half, x: LEFT + 243 }];
  for (let index = 0; index < facts.length; index += 2) {
    const pair = facts.slice(index, index + 2);
    const cells = (part: 0 | 1) => pair.map((fact, at): Cell => [fact[part], columns[at] ?? half]);
    page.row(cells(0), { size: 8.5, color: MUTED });
    page.row(cells(1), {}, 7);
  }
  page.y += 6;
}
