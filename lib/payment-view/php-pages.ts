import { type Parameters, readParameters } from './parameters';
import { safeUrl } from './safe-url';

/** Long, because sendInvoice is never retried: after a lost answer, a retry may create a second invoice. */
const timeoutMs = 20_000;

/**
 * For pages of 2013 to June 2014, which use SEQR's PHP scripts at `apiURL` (default: on the script's host). Sends the
 * tag's invoice if there is no reference yet, and returns the parameters with the address to poll. Throws if there is
 * no invoice.
 */
export async function queryPhpPages(
  tag: Pick<HTMLScriptElement, 'src' | 'text'>,
  parameters: Parameters,
  folder: string,
): Promise<Parameters> {
  const raw = readParameters(tag.src, tag.text);
  const apiURL = safeUrl(raw.get('apiURL'), document.baseURI);
  const api = (apiURL ?? new URL('/seqr-webshop-api', folder).href).replace(/\/+$/, '');
  const addressOf = (reference: string) => `${api}/getPaymentStatus.php?invoiceReference=${reference}`;
  const { invoiceId, statusURL } = parameters;
  if (invoiceId && apiURL && !statusURL) {
    const ofPage2013 = `${api}/invoice.php?invoiceId=${invoiceId}`;
    return { ...parameters, statusURL: raw.has('invoiceReference') ? addressOf(invoiceId) : ofPage2013 };
  }
  const invoice = readInvoice(raw.get('invoice'), tag.text);
  if (invoiceId || parameters.invoiceQRCode || (statusURL && !invoice)) return parameters;
  if (!invoice) throw new Error('seqrShop: no invoice. Add it to the tag: seqrShop.js#!invoiceQRCode=…');

  const notificationUrl = `${api}/getPaymentStatus.php`;
  const response = await fetch(`${api}/sendInvoice.php`, {
    method: 'POST',
    // Sent as text/plain: a server of 2014 does not answer the preflight request that JSON would need on another
    // origin.
    body: JSON.stringify({ notificationUrl, ...invoice }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const sent = response.ok && (await response.json());
  const reference = String(sent?.invoiceReference);
  if (sent?.resultCode !== 0 || !/^[\w-]{1,64}$/.test(reference) || !safeUrl(sent.invoiceQRCode, folder)) {
    const answer = sent ? `${sent.resultCode} ${sent.resultDescription}` : `HTTP ${response.status}`;
    throw new Error(`seqrShop: sendInvoice.php sent no invoice (${answer}). Check "invoice" and "apiURL" in the tag.`);
  }
  const { invoiceQRCode } = sent;
  return { ...parameters, invoiceId: reference, invoiceQRCode, statusURL: statusURL ?? addressOf(reference) };
}

function readInvoice(inAddress: string | undefined, body: string): object | undefined {
  try {
    const invoice: unknown = inAddress ? JSON.parse(inAddress) : JSON.parse(body).invoice;
    return typeof invoice === 'object' && invoice ? invoice : undefined;
  } catch {
    return undefined; // not JSON, so no invoice
  }
}
