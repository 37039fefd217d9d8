import type { XmlField } from '../../xml/write-xml';
import type { Answer } from '../wire/answer';
import type { CallFault } from './fault';

type WrongReceipt = Extract<CallFault, { kind: 'wrongReceipt' }>;

/** Returns the answer about a paid invoice with a wrong amount, currency, reference or receipt. */
export function withWrongReceipt(answer: Answer, fault: WrongReceipt): Answer {
  const { ersReference, ...rest } = answer;
  const shown = fault.ersReference === 'none' ? undefined : (fault.ersReference ?? ersReference);
  const fields = (answer.fields ?? []).map(
    ([name, value]): XmlField =>
      name === 'receipt' ? [name, fault.missing ? undefined : spoil(value, fault)] : [name, value],
  );
  return { ...rest, note: 'fault: wrongReceipt', fields, ...(shown !== undefined && { ersReference: shown }) };
}

function spoil(receipt: XmlField[1], fault: WrongReceipt): XmlField[1] {
  if (receipt === null || typeof receipt !== 'object') return receipt;
  return receipt.map(([name, value]): XmlField => {
    switch (name) {
      case 'paymentReference':
        return [name, fault.ersReference === 'none' ? undefined : (fault.ersReference ?? value)];
      case 'invoiceReference':
        return [name, fault.receiptOf ?? value];
      case 'currency':
        return [name, fault.currency ?? value];
      case 'value':
        return [name, fault.amount ?? value];
      case 'invoice':
      case 'totalAmount':
        return [name, spoil(value, fault)];
      default:
        return [name, value];
    }
  });
}
