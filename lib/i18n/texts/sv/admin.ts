import type { AdminTexts } from '../en/admin';
import { audit } from './admin/audit';
import { backOffice } from './admin/back-office';
import { certification } from './admin/certification';
import { demoGoods } from './admin/demo-goods';
import { exports } from './admin/exports';
import { history } from './admin/history';
import { importing } from './admin/import';
import { incidents } from './admin/incidents';
import { mail } from './admin/mail';
import { notes } from './admin/notes';
import { order } from './admin/order';
import { papers } from './admin/papers';
import { people } from './admin/people';
import { periods } from './admin/periods';
import { products } from './admin/products';
import { reconciliation } from './admin/reconciliation';
import { refund } from './admin/refund';
import { seqr } from './admin/seqr';
import { states } from './admin/states';
import { vat } from './admin/vat';
import { visitor } from './admin/visitor';

export const admin: AdminTexts = {
  ...backOffice,
  states,
  order,
  history,
  refund,
  products,
  seqr,
  notes,
  papers,
  periods,
  reconciliation,
  mail,
  incidents,
  certification,
  exports,
  vat,
  audit,
  people,
  demoGoods,
  importing,
  visitor,
};
