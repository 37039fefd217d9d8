import type { PathExpectation } from './expectations';

/** The rows of an invoice. A row's amount may be negative (discount); the rows need not add up to the total. */
export const ROW_PATHS = [
  {
    path: 'invoice/invoiceRows/invoiceRow',
    presence: 'required',
    source: 'SEQR developer site: Certification',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemDescription',
    presence: 'optional',
    form: 'any text',
    source: 'SEQR manual 2.4.2.1',
  },
  { path: 'invoice/invoiceRows/invoiceRow/itemDiscount', presence: 'optional', source: 'SEQR manual 2.4.2.1' },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemDiscount/currency',
    presence: 'required',
    form: 'ISO 4217 currency',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemDiscount/value',
    presence: 'required',
    form: 'decimal',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemEAN',
    presence: 'optional',
    form: 'any text',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemQuantity',
    presence: 'required',
    form: 'decimal of 1 or more',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemSKU',
    presence: 'optional',
    form: 'any text',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemTaxRate',
    presence: 'optional',
    form: 'decimal',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemTotalAmount',
    presence: 'required',
    source: 'SEQR developer site: Certification',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemTotalAmount/currency',
    presence: 'required',
    form: 'ISO 4217 currency',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemTotalAmount/value',
    presence: 'required',
    form: 'decimal',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemUnit',
    presence: 'optional',
    form: 'any text',
    source: 'SEQR manual 2.4.2.1',
  },
  { path: 'invoice/invoiceRows/invoiceRow/itemUnitPrice', presence: 'optional', source: 'SEQR manual 2.4.2.1' },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemUnitPrice/currency',
    presence: 'required',
    form: 'ISO 4217 currency',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    path: 'invoice/invoiceRows/invoiceRow/itemUnitPrice/value',
    presence: 'required',
    form: 'decimal',
    source: 'SEQR manual 2.4.2.1',
  },
] as const satisfies readonly PathExpectation[];
