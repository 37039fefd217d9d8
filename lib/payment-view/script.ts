import { createPaymentView } from './element';
import { parseParameters } from './parameters';
import { appLink } from './safe-url';
import { en } from './texts/en';

const current = document.currentScript;
const tag = current?.id === 'seqrShop' ? current : document.getElementById('seqrShop');

// A tag that the page has taken out again while it loaded wants no view any more.
if (tag instanceof HTMLScriptElement && tag.isConnected) {
  const parameters = parseParameters(tag.src, tag.text, document.baseURI);
  // The youngest of the features that the view needs, in Safari and Chrome, in Firefox; without them there is a link.
  if (CSS.supports('color', 'light-dark(red,red)') && 'popover' in tag)
    tag.replaceWith(createPaymentView(parameters, new URL('.', tag.src).href));
  else {
    const link = document.createElement('a');
    link.href = appLink(parameters.invoiceQRCode ?? new URL(`/R${parameters.invoiceId}`, tag.src).href);
    link.textContent = en.press;
    tag.replaceWith(link);
  }
}
