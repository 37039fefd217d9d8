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
  creditNote: {
    title: 'Gutschrift',
    issued: 'Ausgestellt am',
    method: 'Erstattet per',
    buyer: 'Käufer',
    gross: 'Inkl. MwSt.',
    total: 'Erstattet',
    untaxed: 'Ohne MwSt.',
    refundOf: (order) => `Erstattung der Bestellung ${order}`,
    corrects: (order) => `Diese Gutschrift berichtigt den Beleg der Bestellung ${order}.`,
    notSold: (order) =>
      `Dieses Geld gehörte nicht zu einem Verkauf der Bestellung ${order}: Es wurde zu spät, doppelt oder über den Gesamtbetrag hinaus gezahlt. Es enthält keine MwSt.`,
    fileName: (number) => `gutschrift-${number}.pdf`,
    link: (number) => `Gutschrift ${number} (PDF)`,
  },
};
