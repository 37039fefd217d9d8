import { z } from 'zod';
import type { Sandbox } from '../context';
import { postNotification } from '../notifications/post-notification';
import { readJson } from './control';

const notificationRequest = z.object({
  url: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).max(2_000),
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
