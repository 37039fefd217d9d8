import { codeOf, describeResult, type OtherResultName, type ResultName } from '../../seqr/contract/result-codes';
import type { XmlField } from '../../xml/write-xml';

/** An operation's answer. `note` explains a refusal in the message log only. */
export interface Answer {
  /** Only faults use an `OtherResultName`. */
  result: ResultName | OtherResultName;
  note?: string;
  ersReference?: string;
  /** The fields beyond those of every answer, in the contract's order. */
  fields?: readonly XmlField[];
  /** The invoice concerned, for the message log. */
  invoiceReference?: string;
}

export function refuse(result: Exclude<ResultName, 'SUCCESS'>, note: string): Answer {
  return { result, note };
}

/** The answer's fields in the contract's order: those common to all answers first. */
export function answerFields({ result, ersReference, fields = [] }: Answer): XmlField[] {
  return [
    ['ersReference', ersReference],
    ['resultCode', codeOf(result)],
    ['resultDescription', describeResult(result)],
    ...fields,
  ];
}
