import { describe, expect, it } from 'vitest';
import { sellAs } from '../testing/sell-as';
import { transferAccounts } from './transfer-accounts';

const accounts = { bankgiro: '9990-2173', iban: 'SE4799900000099902173123', bic: 'TLBKSESS' };
const shown = (country: string, change: Partial<typeof accounts> = {}) => {
  const restore = sellAs({ ...accounts, ...change });
  const rows = transferAccounts(country, { bankgiro: 'Bankgiro' }).map(({ label, value }) => `${label} ${value}`);
  restore();
  return rows;
};
const abroad = ['IBAN SE47 9990 0000 0999 0217 3123', 'BIC TLBKSESS'];

describe('transferAccounts', () => {
  it.each([
    ['Bankgiro in Sweden', 'SE', {}, ['Bankgiro 9990-2173']],
    ['IBAN and BIC beside it elsewhere', 'FI', {}, ['Bankgiro 9990-2173', ...abroad]],
    ['IBAN and BIC everywhere without a Bankgiro', 'SE', { bankgiro: '' }, abroad],
    ['only Bankgiro without an IBAN', 'DK', { iban: '', bic: '' }, ['Bankgiro 9990-2173']],
    [
      'IBAN without a BIC, which SEPA does not need',
      'FI',
      { bic: '' },
      ['Bankgiro 9990-2173', 'IBAN SE47 9990 0000 0999 0217 3123'],
    ],
  ])('shows %s', (_, country, change, rows) => {
    expect(shown(country, change)).toEqual(rows);
  });
});
