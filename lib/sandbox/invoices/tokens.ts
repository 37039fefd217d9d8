import { text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';
import type { XmlField } from '../soap/write-xml';

/**
 * A loyalty card or coupon on an invoice. Status 0 is pending; the merchant answers 1 used, 90 blocked or 99 invalid.
 * Source: SEQR developer site: Loyalty.
 */
export interface CustomerToken extends PayerCard {
  status: number;
  /** The merchant sent it: a card swiped at the till. */
  swiped?: boolean;
  /** The payer has been asked whether the app keeps it. */
  asked?: boolean;
}

/** A loyalty card in the payer's app. */
export interface PayerCard {
  id: string;
  description?: string;
  value?: string;
}

export const PENDING_TOKEN = 0;
const USED_TOKEN = 1;
export const MAX_TOKENS = 100;
export const LONGEST_TOKEN_TEXT = 200;

export function readToken(element: XmlElement): CustomerToken | null {
  const tooLong = ['id', 'value', 'description'].some(
    (field) => (text(element, field)?.length ?? 0) > LONGEST_TOKEN_TEXT,
  );
  if (tooLong) return null;
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

export function parseCards(json: string): PayerCard[] {
  return JSON.parse(json) as PayerCard[];
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

/** The one card that SEQR sends the merchant: the one swiped at the till, otherwise the app's. */
export function tokenToSend(tokens: readonly CustomerToken[]): CustomerToken | undefined {
  return tokens.find(({ swiped }) => swiped) ?? tokens[0];
}

/** The swiped card that the payer may want in the app; the merchant has not refused it. */
export function cardToKeep(tokens: readonly CustomerToken[]): CustomerToken | undefined {
  const card = tokenToSend(tokens);
  return card?.swiped && !card.asked && [PENDING_TOKEN, USED_TOKEN].includes(card.status) ? card : undefined;
}

/** The known tokens, each updated by the later one with its id; a token with another id is added as swiped. */
export function mergeTokens(known: CustomerToken[], later: CustomerToken[]): CustomerToken[] {
  const merged = new Map(known.map((token) => [token.id, token]));
  for (const token of later) merged.set(token.id, { ...(merged.get(token.id) ?? { swiped: true }), ...token });
  return [...merged.values()];
}
