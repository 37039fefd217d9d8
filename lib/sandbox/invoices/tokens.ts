import type { XmlElement } from '../../xml/parse-xml';
import type { XmlField } from '../../xml/write-xml';
import { text } from '../wire/fields';

/**
 * A loyalty card or coupon on an invoice. Status 0 is pending; the merchant answers 1 (used), 90 (blocked) or 99
 * (invalid). Source: SEQR developer site: Loyalty.
 */
export interface CustomerToken extends PayerCard {
  status: number;
  /** Whether the merchant sent it: a card swiped at the till. */
  swiped?: boolean;
  /** Whether the payer has been asked to keep it in the app. */
  asked?: boolean;
}

/** A loyalty card in the payer app. */
export interface PayerCard {
  id: string;
  description?: string;
  value?: string;
}

export const PENDING_TOKEN = 0;
const USED_TOKEN = 1;
export const MAX_TOKENS = 100;
export const MAX_TOKEN_TEXT = 200;

export function readToken(element: XmlElement): CustomerToken | null {
  const tooLong = ['id', 'value', 'description'].some((field) => (text(element, field)?.length ?? 0) > MAX_TOKEN_TEXT);
  if (tooLong) return null;
  const id = text(element, 'id') ?? text(element, 'value');
  const status = text(element, 'status') ?? '0';
  if (!id || !/^[+-]?\d{1,9}$/.test(status)) return null;
  const description = text(element, 'description');
  const value = text(element, 'value');
  return { id, status: Number(status), ...(description && { description }), ...(value && { value }) };
}

/** Parses an invoice's tokens as stored in the database. */
export function parseTokens(json: string): CustomerToken[] {
  return JSON.parse(json);
}

/** Parses a payer's cards as stored in the database. */
export function parseCards(json: string): PayerCard[] {
  return JSON.parse(json);
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

/** The single card that SEQR sends to the merchant: the one swiped at the till, otherwise the first in the app. */
export function tokenToSend(tokens: readonly CustomerToken[]): CustomerToken | undefined {
  return tokens.find(({ swiped }) => swiped) ?? tokens[0];
}

/** The swiped card that the payer may keep in the app, unless the merchant has refused it. */
export function cardToKeep(tokens: readonly CustomerToken[]): CustomerToken | undefined {
  const card = tokenToSend(tokens);
  return card?.swiped && !card.asked && [PENDING_TOKEN, USED_TOKEN].includes(card.status) ? card : undefined;
}

/** Merges tokens by id: later ones update known ones, and new ids are added as swiped. */
export function mergeTokens(current: CustomerToken[], later: CustomerToken[]): CustomerToken[] {
  const merged = new Map(current.map((token) => [token.id, token]));
  for (const token of later) merged.set(token.id, { ...(merged.get(token.id) ?? { swiped: true }), ...token });
  return [...merged.values()];
}
