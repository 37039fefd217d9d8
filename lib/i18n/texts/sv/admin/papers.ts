import type { PapersTexts } from '../../en/admin/papers';

export const papers: PapersTexts = {
  title: 'Papper',
  packingSlip: 'Följesedel (PDF)',
  label: 'Adressetikett, 10 × 15 cm (PDF)',
  labelOnA4: 'Adressetikett på A4 (PDF)',
  creditNote: (number) => `Kreditnota ${number} (PDF)`,
  print:
    'Skriv ut sidan med webbläsarens utskrift. De flesta ordrar får plats på ett ark. Knappar och SOAP-meddelanden skrivs inte ut.',
  none: 'Ordern finns inte, eller så har den inget att skicka, eftersom den är obetald eller återbetald.',
  noFont:
    'Namnet, adressen eller en vara innehåller ett tecken som butiken saknar typsnitt för. Skriv ut orderns sida.',
};
