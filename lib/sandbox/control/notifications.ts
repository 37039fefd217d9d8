import { z } from 'zod';
import type { Sandbox } from '../core/context';
import { postNotification } from '../notifications/post-notification';
import { readJson } from './control';

const notificationRequest = z.object({
  url: z
    .string()
    // Checked before parsing: a long host name takes seconds to parse.
    .max(2_000, { error: 'may have at most 2000 characters', abort: true })
    .pipe(z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })),
});

/** No invoice has this reference, so the recipient has nothing to do. */
const NO_INVOICE = '0';

/**
 * Posts a notification without an invoice to an address and returns the result, so that a merchant can check whether
 * notifications reach the shop. A public sandbox does not post to private networks.
 */
export async function postTestNotification(sandbox: Sandbox, request: Request) {
  const { url } = await readJson(request, notificationRequest);
  return postNotification(url, NO_INVOICE, { publicOnly: sandbox.hosted });
}
