/** The papers of an order that a merchant prints. */
export const papers = {
  title: 'Papers',
  packingSlip: 'Packing slip (PDF)',
  label: 'Address label, 10 × 15 cm (PDF)',
  labelOnA4: 'Address label on A4 (PDF)',
  creditNote: (number: string) => `Credit note ${number} (PDF)`,
  print:
    'To print this page, use the browser’s print command. Most orders fit on one sheet. Buttons and SOAP messages are not printed.',
  none: 'There is no such order, or it has nothing to send, because it is unpaid or refunded.',
  noFont:
    'The name, address or goods contain a character that no font of the shop has. Print the order’s page instead.',
};

export type PapersTexts = typeof papers;
