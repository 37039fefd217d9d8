/** The texts of the papers that a merchant prints for a parcel, in the buyer’s language. */
export const papers = {
  packingSlip: {
    title: 'Packing slip',
    to: 'Deliver to',
    ordered: 'Ordered',
    columns: { quantity: 'Quantity', item: 'Item', article: 'Article' },
    pieces: (n: number) => (n === 1 ? '1 item' : `${n} items`),
    returns: (email: string, order: string) =>
      `Is something wrong, or do you want to return something? Write to ${email} and name the order ${order}.`,
    fileName: (number: string) => `packing-slip-${number}.pdf`,
  },
  label: {
    title: 'Address label',
    from: 'From',
    to: 'To',
    fileName: (number: string) => `label-${number}.pdf`,
  },
};

export type PapersTexts = typeof papers;
