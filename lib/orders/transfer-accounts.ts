import { formatIban } from '../iban';
import { merchant } from '../merchant';

type Account = { readonly label: string; readonly value: string };

/**
 * The shop's accounts to which a buyer in `country` (ISO) can transfer money. Bankgiro works in Sweden only, so buyers
 * elsewhere also see IBAN and BIC. If the shop has no Bankgiro, every buyer sees them. `bankgiro`: the word for it in the
 * buyer's language; “IBAN” and “BIC” are the same in all languages.
 */
export function transferAccounts(country: string, names: { readonly bankgiro: string }): Account[] {
  const { bankgiro, iban, bic } = merchant;
  const accounts = bankgiro ? [{ label: names.bankgiro, value: bankgiro }] : [];
  if (!iban || (country === 'SE' && bankgiro)) return accounts;
  return [...accounts, { label: 'IBAN', value: formatIban(iban) }, ...(bic ? [{ label: 'BIC', value: bic }] : [])];
}
