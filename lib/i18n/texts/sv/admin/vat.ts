import type { VatTexts } from '../../en/admin/vat';

export const vat: VatTexts = {
  title: 'Moms',
  intro:
    'Försäljning räknas den dag då ordern betalades, återbetalningar den dag då de gjordes. Pengar som inte hörde till ett köp, till exempel en dubbel betalning, innehåller ingen moms.',
  from: 'Från',
  to: 'Till och med',
  apply: 'Visa rapporten',
  invalid: 'Välj två dagar med högst ett år emellan, den andra inte före den första. Nu visas den här månaden.',
  months: 'Månader',
  thisMonth: 'Den här månaden',
  lastMonth: 'Förra månaden',
  export: 'Exportera som CSV',
  none: 'Ingen försäljning och inga återbetalningar under perioden.',
  counts: (orders, refunds) => `${orders}, ${refunds}`,
  orders: (n) => (n === 1 ? '1 order' : `${n} ordrar`),
  refunds: (n) => (n === 1 ? '1 återbetalning' : `${n} återbetalningar`),
  columns: {
    rate: 'Momssats',
    sold: 'Försäljning',
    refunded: 'Återbetalningar',
    left: 'Att redovisa',
    net: 'Exkl. moms',
    vat: 'Moms',
  },
  total: 'Summa',
  file: {
    columns: [
      'period',
      'valuta',
      'momssats',
      'försäljning exkl. moms',
      'försäljning moms',
      'återbetalt exkl. moms',
      'återbetalt moms',
      'exkl. moms',
      'moms',
    ],
    total: 'summa',
  },
};
