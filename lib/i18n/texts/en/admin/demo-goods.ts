/** Removing the demonstration's goods. */
export const demoGoods = {
  title: 'Remove the demo goods',
  link: 'Remove the demo goods',
  intro:
    'The shop came with goods to try it out. Removing them cannot be undone. Your own goods stay, and all orders keep their lines, receipts and refunds.',
  none: 'There are no demo goods to remove.',
  groups: {
    deleted: (n: number) => `Deleted: ${n}`,
    'taken-off': (n: number) => `Taken off sale: ${n}`,
    kept: (n: number) => `Kept: ${n}`,
  },
  hints: {
    deleted: 'Nobody has ordered these. Their categories are deleted too, if nothing else is in them.',
    'taken-off':
      'These are in orders, so they stay in the product list for refunds and stock, but no longer in the shop. The shop does not show a category without other goods.',
    kept: 'You have changed the texts or the picture of these, so they count as your own.',
  },
  remove: 'Remove the demo goods',
};

export type DemoGoodsTexts = typeof demoGoods;
