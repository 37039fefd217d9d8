import { text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';
import type { XmlField } from '../soap/write-xml';

/**
 * A loyalty card or coupon on an invoice. Status 0 is pending; the merchant answers 1 used, 90 blocked or 99 invalid.
 * Source: SEQR developer site: Loyalty.
 */
export interface CustomerToken {
  id: string;
  description?: string;
  value?: string;
  status: number;
}

export const PENDING_TOKEN = 0;

export function readToken(element: XmlElement): CustomerToken | null {
  const id = text(element, 'id') ?? text(element, 'value');
  const status = text(element, 'status') ?? '0';
  if (!id || !/^[+-]?\d{1,9}$/.test(status)) return null;
  const description = text(element, 'description');
  const value = text(element, 'value');
  return { id, status: Number(status), ...(description && { description }), ...(value && { value }) };
}

export function parseTokens(json: string): CustomerToken[] {
  return JSON.parse(json) as CustomerToken[];
}

export function writeToken(token: CustomerToken): XmlField {
  return [
    'token',
    [
      ['description', token.description],
      ['id', token.id],
      ['status', token.status],
      ['value', token.value],
    ],
  ];
}

/** The known tokens with the merchant's later word on each, by id; a token that was not known is added. */
export function mergeTokens(known: CustomerToken[], later: CustomerToken[]): CustomerToken[] {
  const updated = known.map((token) => ({ ...token, ...later.find(({ id }) => id === token.id) }));
  return [...updated, ...later.filter(({ id }) => !known.some((token) => token.id === id))];
}
