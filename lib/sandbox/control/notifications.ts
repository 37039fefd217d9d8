import { z } from 'zod';
import type { Sandbox } from '../context';
import { postNotification } from '../notifications/post-notification';
import { readJson } from './control';

const notificationRequest = z.object({
  url: z
    .string()
    // Before it is parsed: a long name of a host takes seconds.
    .max(2_000, { error: 'may have at most 2000 characters', abort: true })
    .pipe(z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })),
});

/** No invoice has it, so whoever is notified has nothing to do. */
const NO_INVOICE = '0';

/**
 * Posts a notification of no invoice to an address, as it would one of a payment, and tells what came back: so a merchant
 * learns whether SEQR's side reaches the shop. A public sandbox posts into no private network here either.
 */
export async function tryNotification(sandbox: Sandbox, request: Request) {
  const { url } = await readJson(request, notificationRequest);
  return postNotification(url, NO_INVOICE, { publicOnly: sandbox.hosted });
}
