import type { PapersTexts } from '../en/papers';

export const papers: PapersTexts = {
  packingSlip: {
    title: 'Lieferschein',
    to: 'Lieferung an',
    ordered: 'Bestellt am',
    columns: { quantity: 'Menge', item: 'Artikel', article: 'Artikelnummer' },
    pieces: (n) => (n === 1 ? '1 Artikel' : `${n} Artikel`),
    returns: (email, order) =>
      `Stimmt etwas nicht, oder möchten Sie etwas zurückgeben? Schreiben Sie an ${email} und nennen Sie die Bestellung ${order}.`,
    fileName: (number) => `lieferschein-${number}.pdf`,
  },
  label: {
    title: 'Adressetikett',
    from: 'Absender',
    to: 'Empfänger',
    fileName: (number) => `etikett-${number}.pdf`,
  },
};
