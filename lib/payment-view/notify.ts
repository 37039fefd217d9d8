import type { Parameters } from './parameters';
import type { PaymentStatus } from './seqrShop.mjs';
import { phaseOf } from './status';

/** The page's side: how a named function is found, where an address leads, where an event is heard. */
export interface Listener {
  resolve: (name: string) => ((detail: unknown) => unknown) | undefined;
  go: (url: string) => void;
  emit: (type: string, status: PaymentStatus) => void;
  report: (error: unknown) => void;
}

/**
 * Tells the page of every change of the status word: the event, `statusCallback`, the word's own callback, and after
 * PAID once `successCallback`, then `successURL`. What a callback throws is reported and changes nothing.
 */
export function createNotifier(
  { callbacks, successURL }: Pick<Parameters, 'callbacks' | 'successURL'>,
  page: Listener,
) {
  let lastWord: string | undefined;
  let isPaid = false;

  const call = (kind: string, status: PaymentStatus) => {
    const name = callbacks.get(kind);
    if (!name) return;
    try {
      const callback = page.resolve(name);
      if (!callback) throw new Error(`seqrShop: no function ${name}`);
      callback(status);
    } catch (error) {
      page.report(error);
    }
  };

  return (status: PaymentStatus): void => {
    if (isPaid || status.status === lastWord) return;
    lastWord = status.status;
    page.emit('seqr:status', status);
    call('status', status);
    const word = lastWord.toLowerCase();
    if (!/^(status|success)$/.test(word)) call(word, status);
    if (phaseOf(status) !== 'paid') return;
    isPaid = true;
    page.emit('seqr:paid', status);
    call('success', status);
    if (successURL) page.go(successURL);
  };
}
