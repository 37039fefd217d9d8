import { cookies } from 'next/headers';
import { orUnavailable } from '@/app/or-unavailable';
import { tooOftenPage } from '@/app/too-often-page';
import { readVisitor, visitorCookieName } from '@/lib/checkout/visitor';
import { clientAddress } from '@/lib/http/client-address';
import { jsonResponse } from '@/lib/http/json-response';
import { consumePoint } from '@/lib/http/rate-limit';
import { readBody } from '@/lib/http/request-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { getOrder } from '@/lib/orders/get-order';
import { payPath } from '@/lib/orders/order-urls';
import { shopAddresses } from '@/lib/payments/shop-addresses';
import { mayTryWhatIf, startWhatIf } from '@/lib/what-if/start-what-if';
import { isWhatIf, whatIfs } from '@/lib/what-if/what-if';

export const dynamic = 'force-dynamic';

const BODY_LIMIT = 1_000;

/** Starts a what-if, such as a lost answer, for the payment of a visitor's own order. Answers 404 outside a demonstration. */
export const POST = orUnavailable(async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const visitorId = readVisitor((await cookies()).get(visitorCookieName())?.value);
  const order = (await mayTryWhatIf(id, visitorId)) ? await getOrder(id) : null;
  if (!order) return jsonResponse({ error: 'not-found', message: 'There is no such order.' }, { status: 404 });
  if (!isSameOrigin(request)) return jsonResponse({ error: 'cross-origin' }, { status: 403 });
  const page = payPath(id, order.language);
  const wait = await consumePoint('checkout', clientAddress(request));
  if (wait > 0) return tooOftenPage(wait, page, order.language);
  const body = await readBody(request, BODY_LIMIT);
  const whatIf = new URLSearchParams(body ?? '').get('what-if');
  if (!isWhatIf(whatIf)) {
    return jsonResponse(
      { error: 'invalid', message: `what-if must be one of ${whatIfs.join(', ')}.` },
      { status: 400 },
    );
  }
  const hasStarted = await startWhatIf(whatIf, { orderId: id, visitorId }, shopAddresses(request));
  return seeOther(hasStarted ? page : `${page}?what-if=refused`);
});
