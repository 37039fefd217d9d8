import type { PapersTexts } from '../../en/admin/papers';

export const papers: PapersTexts = {
  title: 'Papper',
  packingSlip: 'Följesedel (PDF)',
  label: 'Adressetikett, 10 × 15 cm (PDF)',
  labelOnA4: 'Adressetikett på A4 (PDF)',
  creditNote: (number) => `Kreditnota ${number} (PDF)`,
  print: 'Skriv ut sidan med webbläsarens utskrift. Den får plats på ett ark, utan knappar och meddelanden.',
  none: 'Ordern finns inte eller är inte betald, så det finns inget att skicka.',
  noFont:
    'Namnet, adressen eller en vara innehåller ett tecken som butiken saknar typsnitt för. Skriv ut orderns sida.',
};
