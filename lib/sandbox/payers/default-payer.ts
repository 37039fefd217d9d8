import { type Currency, currencies, type Money, parseDecimal } from '../../money';

/** The payer in each payer app until another payer is selected. */
export const DEFAULT_PAYER = 'default';
export const DEFAULT_PIN = '1234';

/** 101,000 in every currency, as in SEQR's test accounts. */
export function openingBalances(): Money[] {
  return currencies.map(openingBalance);
}

function openingBalance(currency: Currency): Money {
  const money = parseDecimal('101000', currency);
  if (!money) throw new Error(`${currency} cannot express 101000`);
  return money;
}
