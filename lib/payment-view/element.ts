import { resolveCallback } from './callback';
import { createNotifier } from './notify';
import type { Parameters } from './parameters';
import { createView } from './view';

/** The view's element. It polls while it is in the document, so a page that removes it has nothing else to clean up. */
class PaymentView extends HTMLElement {
  declare parameters: Parameters | undefined;
  declare folder: string;
  declare private start?: ReturnType<typeof createView>;
  declare private stop?: ReturnType<ReturnType<typeof createView>>;

  connectedCallback(): void {
    if (!this.parameters) return;
    this.start ||= createView(
      this,
      this.parameters,
      this.folder,
      createNotifier(this.parameters, {
        resolve: (name) => resolveCallback(name, window),
        // Replaced, so that Back leads to the shop and not to a paid view that goes forward again.
        go: (url) => location.replace(url),
        emit: (type, detail) => this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })),
        report: (error) => reportError(error),
      }),
    );
    this.stop = this.start();
  }

  disconnectedCallback(): void {
    this.stop?.();
  }
}

/**
 * A view of the payment, not yet in the page; `folder` is the address at which the script lies, with its texts
 * and, on the same host, SEQR's answers.
 */
export function createPaymentView(parameters: Parameters, folder: string): HTMLElement {
  const name = 'seqr-payment-view';
  // The script may have run in this page before: a name is defined once.
  if (!customElements.get(name)) customElements.define(name, PaymentView);
  return Object.assign(document.createElement(name), { parameters, folder });
}
