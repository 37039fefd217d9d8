import type { createPaymentView } from './element';
import type { Parameters } from './parameters';
import { queryPhpPages } from './php-pages';
import { appLink } from './safe-url';
import { en } from './texts/en';

/**
 * What few pages need, so that the others do not load it: pages of 2013 to June 2014, browsers older than the view's
 * features (they get a link), and tags without an invoice (the console says what is missing).
 */
export async function replaceTag(
  tag: HTMLScriptElement,
  parameters: Parameters,
  folder: string,
  createView: typeof createPaymentView,
): Promise<void> {
  const replace = (found: Parameters) => {
    if (!tag.isConnected) return;
    if (CSS.supports('color', 'light-dark(red,red)') && 'popover' in tag) tag.replaceWith(createView(found, folder));
    else tag.replaceWith(createLink(found, folder));
  };
  try {
    replace(await queryPhpPages(tag, parameters, folder));
  } catch (error) {
    replace(parameters);
    throw error;
  }
}

function createLink({ invoiceId, invoiceQRCode, mode }: Parameters, folder: string): HTMLElement {
  const link = document.createElement('a');
  const address = invoiceQRCode ?? (invoiceId && new URL(`/R${invoiceId}`, folder).href);
  if (address) link.href = appLink(address, mode);
  link.textContent = en.press;
  return link;
}
