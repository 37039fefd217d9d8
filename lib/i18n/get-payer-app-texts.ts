import type { FullLanguage } from './languages';
import { payerApp as en, type PayerAppTexts } from './texts/en/payer-app';
import { payerApp as sv } from './texts/sv/payer-app';

export type { PayerAppTexts };

const all: Record<FullLanguage, PayerAppTexts> = { en, sv };

export function getPayerAppTexts(language: FullLanguage): PayerAppTexts {
  return all[language];
}
