import type { PapersTexts } from '../en/papers';

export const papers: PapersTexts = {
  packingSlip: {
    title: 'Följesedel',
    to: 'Levereras till',
    ordered: 'Beställd',
    columns: { quantity: 'Antal', item: 'Vara', article: 'Artikel' },
    pieces: (n) => (n === 1 ? '1 vara' : `${n} varor`),
    returns: (email, order) =>
      `Är något fel, eller vill du lämna tillbaka något? Skriv till ${email} och ange order ${order}.`,
    fileName: (number) => `foljesedel-${number}.pdf`,
  },
  label: {
    title: 'Adressetikett',
    from: 'Från',
    to: 'Till',
    fileName: (number) => `etikett-${number}.pdf`,
  },
  creditNote: {
    title: 'Kreditnota',
    issued: 'Utfärdad',
    method: 'Återbetalt via',
    buyer: 'Köpare',
    gross: 'Inkl. moms',
    total: 'Återbetalt',
    untaxed: 'Utan moms',
    refundOf: (order) => `Återbetalning av order ${order}`,
    corrects: (order) => `Kreditnotan rättar kvittot för order ${order}.`,
    notSold: (order) =>
      `Beloppet hörde inte till ett köp i order ${order}: det betalades för sent, två gånger eller utöver summan. Det innehåller ingen moms.`,
    fileName: (number) => `kreditnota-${number}.pdf`,
    link: (number) => `Kreditnota ${number} (PDF)`,
  },
};
