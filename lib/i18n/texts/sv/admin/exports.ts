import type { ExportTexts } from '../../en/admin/exports';

export const exports: ExportTexts = {
  orders: {
    sheet: 'Ordrar',
    order: 'order',
    created: 'skapad',
    paid: 'betald',
    sent: 'skickad',
    state: 'status',
    method: 'betalsätt',
    total: 'summa',
    refunded: 'återbetalt',
    currency: 'valuta',
    net: (rate: string) => `netto ${rate}`,
    vat: (rate: string) => `moms ${rate}`,
    refundedNet: (rate: string) => `återbetalt netto ${rate}`,
    refundedVat: (rate: string) => `återbetald moms ${rate}`,
    reference: 'SEQR-referens',
    refundReferences: 'återbetalningars SEQR-referenser',
    name: 'namn',
    email: 'e-post',
    address: 'adress',
    postalCode: 'postnummer',
    city: 'ort',
    country: 'land',
  },
  comparison: {
    sheet: 'Jämförelse',
    columns: ['utfall', 'ersReference', 'order', 'hos SEQR', 'i butiken', 'valuta', 'förklaring', 'terminal', 'kassör'],
  },
};
