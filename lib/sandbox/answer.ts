import { codeOf, describeResult, type OtherResultName, type ResultName } from '../seqr/contract/result-codes';
import type { XmlField } from './soap/write-xml';

/** What an operation answers. `note` says in words, to the message log only, why a request was refused. */
export interface Answer {
  /** One of the other published codes only where a fault asks for it. */
  result: ResultName | OtherResultName;
  note?: string;
  ersReference?: string;
  /** The fields that the operation's answer has beyond every answer's, in the order of the contract. */
  fields?: readonly XmlField[];
  /** The invoice that it was about, for the message log. */
  invoiceReference?: string;
}

export function refuse(result: Exclude<ResultName, 'SUCCESS'>, note: string): Answer {
  return { result, note };
}

/** An answer as the contract orders it: the fields that all answers share come first. */
export function answerFields({ result, ersReference, fields = [] }: Answer): XmlField[] {
  return [
    ['ersReference', ersReference],
    ['resultCode', codeOf(result)],
    ['resultDescription', describeResult(result)],
    ...fields,
  ];
}
