import type { Parameters } from './parameters';
import type { PaymentStatus } from './seqrShop.mjs';
import { phaseOf } from './status';

/** The page's functions for resolving names, navigating, dispatching events and reporting errors. */
export interface PageFunctions {
  resolve: (name: string) => ((detail: unknown) => unknown) | undefined;
  go: (url: string) => void;
  emit: (type: string, status: PaymentStatus) => void;
  report: (error: unknown) => void;
}

/**
 * On each status change, dispatches `seqr:status` and calls `statusCallback` and the status's own callback. After PAID,
 * once, it also dispatches `seqr:paid`, calls `successCallback` and opens `successURL`. Errors thrown by callbacks are
 * reported and ignored.
 */
export function createNotifier(
  { callbacks, successURL }: Pick<Parameters, 'callbacks' | 'successURL'>,
  page: PageFunctions,
) {
  let lastStatus: string | undefined;
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
    if (isPaid || status.status === lastStatus) return;
    lastStatus = status.status;
    page.emit('seqr:status', status);
    call('status', status);
    const name = lastStatus.toLowerCase();
    if (!/^(status|success)$/.test(name)) call(name, status);
    if (phaseOf(status) !== 'paid') return;
    isPaid = true;
    page.emit('seqr:paid', status);
    call('success', status);
    if (successURL) page.go(successURL);
  };
}
