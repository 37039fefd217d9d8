import { config } from '../../config';
import type { SeqrClient } from '../../seqr/client';
import { renewSeqr, seqr } from '../../seqr/from-config';

/** Changes methods of a client in place; the certification's tests use it to break an integration. */
export type Tamper = (client: SeqrClient) => void;

/**
 * Lets the certification change the shop's client. It can raise the version in an answer, as SEQR does when the payer
 * offers a card, and replace the terminal's credentials.
 */
export function probeClient(tamper: Tamper = () => {}) {
  const wanted = new Set<string>();
  const raised = new Map<string, number>();

  const attach = () => {
    const client = seqr();
    const ask = client.getPaymentStatus;
    client.getPaymentStatus = async (fields, as) => {
      const answer = await ask(fields, as);
      if (!wanted.delete(fields.invoiceReference)) return answer;
      raised.set(fields.invoiceReference, answer.version + 1);
      return { ...answer, version: answer.version + 1 };
    };
    tamper(client);
  };
  renewSeqr();
  attach();

  return {
    raiseVersion(reference: string): () => number | undefined {
      wanted.add(reference);
      return () => raised.get(reference);
    },
    switchTerminal(terminalId: string, terminalPassword: string): void {
      Object.assign(config().seqr, { terminalId, terminalPassword });
      renewSeqr();
      attach();
    },
  };
}
