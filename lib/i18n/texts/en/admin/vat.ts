/** The VAT report. */
export const vat = {
  title: 'VAT',
  intro:
    'Sales by the day on which the order was paid, refunds by the day on which they were done. Money that does not come from a sale, such as a duplicate payment, contains no VAT.',
  from: 'From',
  to: 'To (included)',
  apply: 'Show the report',
  invalid: 'Choose two days, at most a year apart, the second not before the first. This month is shown instead.',
  months: 'Months',
  thisMonth: 'This month',
  lastMonth: 'Last month',
  export: 'Export as CSV',
  none: 'No sales and no refunds in this period.',
  counts: (orders: string, refunds: string) => `${orders}, ${refunds}`,
  orders: (n: number) => (n === 1 ? '1 order' : `${n} orders`),
  refunds: (n: number) => (n === 1 ? '1 refund' : `${n} refunds`),
  columns: { rate: 'VAT rate', sold: 'Sales', refunded: 'Refunds', left: 'To report', net: 'Excl. VAT', vat: 'VAT' },
  total: 'Total',
  file: {
    columns: [
      'period',
      'currency',
      'VAT rate',
      'sales excl. VAT',
      'sales VAT',
      'refunds excl. VAT',
      'refunds VAT',
      'excl. VAT',
      'VAT',
    ],
    total: 'total',
  },
};

export type VatTexts = typeof vat;
