import { resolveCallback } from './callback';
import { createNotifier } from './notify';
import type { Parameters } from './parameters';
import { createView } from './view';

/** The view's element. It polls only while it is in the document, so a page that removes it needs no cleanup. */
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
        // Replaces the history entry, so that Back returns to the shop and not to a paid view that redirects again.
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
 * Creates a view of the payment, not yet attached to the page. `folder` is the address of the script's folder, which
 * contains its texts. SEQR's status API is on the same host.
 */
export function createPaymentView(parameters: Parameters, folder: string): HTMLElement {
  const name = 'seqr-payment-view';
  // The script may have run on this page before; a name can be defined only once.
  if (!customElements.get(name)) customElements.define(name, PaymentView);
  return Object.assign(document.createElement(name), { parameters, folder });
}
