import { createPaymentView } from './element';
import { checkParameters } from './parameters';
import type { mount as Mount, PaymentStatus } from './seqrShop.mjs';

/**
 * For bundled pages: the view without the script tag, with functions instead of names. Its types are in seqrShop.d.mts.
 */
export const mount: typeof Mount = (place, { onStatus, onPaid, folder, ...options }) => {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  const parameters = checkParameters(new Map(entries.map(([key, value]) => [key, String(value)])), document.baseURI);
  if (!parameters.invoiceId && !parameters.invoiceQRCode) entries.push(['invoiceId', '']);
  for (const [key, value] of entries) {
    if (Reflect.get(parameters, key) === undefined) {
      throw new TypeError(`seqrShop: ${key} is not valid: ${String(value).slice(0, 80) || '(none)'}`);
    }
  }

  const element = createPaymentView(parameters, new URL('.', folder ?? import.meta.url).href);
  const listen = (type: string, listener: ((status: PaymentStatus) => void) | undefined) =>
    listener && element.addEventListener(type, (event) => event instanceof CustomEvent && listener(event.detail));
  listen('seqr:status', onStatus);
  listen('seqr:paid', onPaid);
  place.append(element);
  return { element, destroy: () => element.remove() };
};
