/** The texts of a parcel’s papers and of credit notes, in the buyer’s language. */
export const papers = {
  packingSlip: {
    title: 'Packing slip',
    to: 'Deliver to',
    ordered: 'Ordered',
    columns: { quantity: 'Quantity', item: 'Item', article: 'Article' },
    pieces: (n: number) => (n === 1 ? '1 item' : `${n} items`),
    returns: (email: string, order: string) =>
      `Is something wrong, or do you want to return something? Write to ${email} and mention order ${order}.`,
    fileName: (number: string) => `packing-slip-${number}.pdf`,
  },
  label: {
    title: 'Address label',
    from: 'From',
    to: 'To',
    fileName: (number: string) => `label-${number}.pdf`,
  },
  creditNote: {
    title: 'Credit note',
    issued: 'Issued',
    method: 'Refunded by',
    buyer: 'Buyer',
    gross: 'Incl. VAT',
    total: 'Refunded',
    untaxed: 'Without VAT',
    refundOf: (order: string) => `Refund of order ${order}`,
    corrects: (order: string) => `This credit note corrects the receipt of order ${order}.`,
    notSold: (order: string) =>
      `This money was not part of a sale of order ${order}: it was paid too late, twice, or beyond the total. It contains no VAT.`,
    fileName: (number: string) => `credit-note-${number}.pdf`,
    link: (number: string) => `Credit note ${number} (PDF)`,
  },
};

export type PapersTexts = typeof papers;
