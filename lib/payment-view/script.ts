import { createPaymentView } from './element';
import { parseParameters } from './parameters';

// A content management system may change the tag's id or run this code in a bundle.
const current = document.currentScript;
const tag =
  current instanceof HTMLScriptElement && /seqrShop/.test(current.id + current.src)
    ? current
    : document.querySelector<HTMLScriptElement>('script[id^=seqrShop],script[src*=seqrShop]');
if (!tag) throw new Error('seqrShop: script tag not found. Give it id="seqrShop".');

// The page may have removed the tag while the script was loading.
if (tag.isConnected) {
  const folder = new URL('.', tag.src).href;
  const parameters = parseParameters(tag.src, tag.text, document.baseURI);
  const { invoiceId, invoiceQRCode, statusURL } = parameters;
  if (
    // The newest features that the view needs: the first is newest in Safari and Chrome, the second in Firefox.
    CSS.supports('color', 'light-dark(red,red)') &&
    'popover' in tag &&
    (invoiceId ?? invoiceQRCode ?? statusURL) &&
    !/\b(invoice|apiURL)"?\s*[=:]/.test(tag.src + tag.text)
  )
    tag.replaceWith(createPaymentView(parameters, folder));
  else {
    const rare: Promise<typeof import('./rare-pages')> = import(`${folder}seqrShopRare.mjs`);
    void rare.then(({ replaceTag }) => replaceTag(tag, parameters, folder, createPaymentView));
  }
}
