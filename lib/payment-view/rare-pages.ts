import type { createPaymentView } from './element';
import type { Parameters } from './parameters';
import { queryPhpPages } from './php-pages';
import { appLink } from './safe-url';
import { en } from './texts/en';

/**
 * Replaces the tag in cases that few pages need, and that are loaded separately: pages of 2013 to June 2014, browsers
 * too old for the view (they get a link), and tags without an invoice (the console reports what is missing).
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
