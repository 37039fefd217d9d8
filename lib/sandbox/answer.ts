import { ResultCode, type ResultName } from '../seqr/contract/result-codes';
import type { XmlField } from './soap/write-xml';

/** What an operation answers. `note` says in words, to the message log only, why a request was refused. */
export interface Answer {
  result: ResultName;
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
  return [['ersReference', ersReference], ['resultCode', ResultCode[result]], ['resultDescription', result], ...fields];
}
