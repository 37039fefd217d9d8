import type { Sandbox } from './context';

/** Call after every write to terminals or resellers: clears the cache and notifies open pages. */
export function merchantsChanged(sandbox: Sandbox): void {
  sandbox.merchants.forget();
  sandbox.events.publish({ invoiceReference: '', kind: 'terminals' });
}
