import type { RefundCause } from '../db/generated/client';
import { formatDate } from '../i18n/format-date';
import { getMailTexts } from '../i18n/get-mail-texts';
import { getShopTexts } from '../i18n/get-shop-texts';
import { merchant } from '../merchant';
import { formatMoney, type Money } from '../money';
import type { BankTransfer } from '../orders/bank-transfer';
import type { OrderView } from '../orders/get-order';
import { transferAccounts } from '../orders/transfer-accounts';
import { hasReceiptPdf, type RefundDetail, receiptFacts, refundDetails } from '../receipts/receipt-facts';
import type { MailText, Row } from './mail-text';
import { greet, linkTo, orderRows, text } from './parts';

export function composeReceipt(order: OrderView): MailText {
  const { receipt } = getMailTexts(order.language);
  const facts = receiptFacts(order, order.language, getShopTexts(order.language));
  const intro = [
    receipt.intro(order.number),
    ...(order.shipment ? [] : [receipt.packing]),
    hasReceiptPdf(order) ? receipt.attached : receipt.onPage,
  ];
  return {
    subject: receipt.subject(order.number),
    parts: [
      greet(order),
      text(intro.join(' ')),
      { kind: 'rows', rows: facts.map(([label, value]) => ({ label, value })) },
      { kind: 'rows', rows: orderRows(order) },
      text(receipt.keep),
      linkTo(order),
    ],
  };
}

export function composeTransferInstructions(order: OrderView, transfer: BankTransfer): MailText {
  const { transfer: texts } = getMailTexts(order.language);
  const m = getShopTexts(order.language).receipt;
  const due = formatDate(transfer.dueAt, order.language);
  const rows: Row[] = [
    ...transferAccounts(order.customer.country, m),
    { label: m.ocr, value: transfer.reference },
    { label: m.amount, value: formatMoney(transfer.amount, order.language) },
    { label: m.due, value: due },
    { label: m.recipient, value: merchant.legalName },
  ];
  return {
    subject: texts.subject(order.number),
    parts: [
      greet(order),
      text(texts.intro(order.number)),
      { kind: 'rows', rows },
      { kind: 'rows', rows: orderRows(order) },
      text(texts.late(due)),
      linkTo(order),
    ],
  };
}

export function composeRefundNotice(
  order: OrderView,
  refund: {
    readonly id: string;
    readonly amount: Money;
    readonly ersReference: string | null;
    readonly cause: RefundCause;
    readonly byTransfer: boolean;
    readonly creditNote: string | null;
  },
): MailText {
  const { refund: texts, questions } = getMailTexts(order.language);
  const sum = formatMoney(refund.amount, order.language);
  // Money that was not booked for the order has no lines and no VAT.
  const view = order.refunds.find(({ id }) => id === refund.id);
  const none = { lines: [], vat: [] };
  const { lines, vat } = view ? refundDetails(view, order.language, getShopTexts(order.language)) : none;
  const toRow = ({ label, amount }: RefundDetail): Row => ({ label, value: formatMoney(amount, order.language) });
  const rows = [...lines.map(toRow), { label: texts.amount, value: sum, total: lines.length > 0 }, ...vat.map(toRow)];
  rows.push({ label: texts.to, value: refund.byTransfer ? texts.toBank : texts.toSeqr });
  if (refund.ersReference) rows.push({ label: texts.reference, value: refund.ersReference });
  if (refund.creditNote)
    rows.push({ label: getShopTexts(order.language).papers.creditNote.title, value: refund.creditNote });
  return {
    subject: refund.cause === 'OTHER' ? texts.subject(order.number) : texts.lateSubject(order.number),
    parts: [
      greet(order),
      text(introOf(refund, texts)(order.number, sum)),
      { kind: 'rows', rows },
      text(questions),
      linkTo(order),
    ],
  };
}

function introOf(
  { cause, byTransfer }: { readonly cause: RefundCause; readonly byTransfer: boolean },
  texts: ReturnType<typeof getMailTexts>['refund'],
) {
  if (cause === 'LATE') return texts.lateIntro;
  if (cause === 'MISMATCH') return texts.mismatchIntro;
  return byTransfer ? texts.transferIntro : texts.intro;
}
