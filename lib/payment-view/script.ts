import { createPaymentView } from './element';
import { parseParameters } from './parameters';

const current = document.currentScript;
const tag = current?.id === 'seqrShop' ? current : document.getElementById('seqrShop');

// A tag that the page has taken out again while it loaded wants no view any more.
if (tag instanceof HTMLScriptElement && tag.isConnected) {
  const parameters = parseParameters(tag.src, tag.text, document.baseURI);
  tag.replaceWith(createPaymentView(parameters, new URL('lang/', tag.src).href));
}
