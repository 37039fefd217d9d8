import type { Sandbox } from './context';

/** To be called after a write to terminals or resellers: what was remembered of them is read anew, and pages hear of it. */
export function merchantsChanged(sandbox: Sandbox): void {
  sandbox.merchants.forget();
  sandbox.events.publish({ invoiceReference: '', kind: 'terminals' });
}
