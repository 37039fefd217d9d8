/**
 * What an audit entry is about. A subject's id is a product's or category's slug, an order's number, a closing's id, or a
 * name.
 */
export const auditSubjects = ['product', 'category', 'order', 'period', 'person', 'setting'] as const;
export type AuditSubject = (typeof auditSubjects)[number];

/**
 * The fields whose changes are listed. The back office has a text for each: `audit.fields` in
 * lib/i18n/texts/en/admin/audit.ts. The fields of an order are its `state` and the kinds of lib/orders/order-events.ts.
 */
export type AuditField = ProductField | CategoryField | OrderField | PeriodField | PersonField | SettingField;

type ProductField =
  | 'price'
  | 'stock'
  | 'image'
  | 'picture'
  | 'published'
  | 'name'
  | 'summary'
  | 'description'
  | 'imageAlt'
  | 'sku'
  | 'categorySlug'
  | 'vatRate'
  | 'archived'
  | 'position'
  | 'options';

/** Besides `name` and `position`, which products have too. */
type CategoryField = 'intro';

type OrderField =
  | 'state'
  | 'accepted'
  | 'cancel-requested'
  | 'delivered'
  | 'undelivered'
  | 'receipt-resent'
  | 'goods-released'
  | 'incident'
  | 'incident-ended'
  | 'change-requested'
  | 'change-dropped'
  | 'changed'
  | 'transfer-received'
  | 'refund-requested'
  | 'refund-done'
  | 'refund-refused'
  | 'refund-unknown';

/** `transactionPeriodId`: SEQR's id of the period that a closing has closed. */
type PeriodField = 'transactionPeriodId' | 'period-skipped';

type PersonField = 'account' | 'password';

/** `terminal`: a till registered at SEQR. */
type SettingField = 'terminal';
