import type { CertificationTest } from '../check';
import type { RunKind } from '../run-view';
import { cancelTests } from './cancel';
import { notificationTests } from './notifications';
import { paymentStatusTests } from './payment-status';
import { periodTests } from './period';
import { receiptTests } from './receipt';
import { refundTests } from './refund';
import { requiredFieldTests } from './required-fields';
import { sendInvoiceTests } from './send-invoice';
import { registering, unregistering } from './terminals';

/** All tests in running order; later tests use results of earlier ones. */
export function allTests(kind: RunKind): CertificationTest[] {
  const common = [
    ...sendInvoiceTests,
    ...requiredFieldTests,
    ...paymentStatusTests,
    ...notificationTests,
    ...receiptTests,
    ...cancelTests,
    ...refundTests,
    ...periodTests,
  ];
  return kind === 'pos' ? [...registering, ...common, ...unregistering] : common;
}
