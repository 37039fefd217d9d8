import type { Console } from '@/lib/sandbox/console';
import { readConsolePost, refuse, seeOther } from '../../../console';

const TEN_YEARS_SECONDS = 10 * 366 * 86_400;

/** A button of the invoice's page in the console: plays the payer, or lets time pass for this invoice. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const { reference } = await params;
  if (!/^\d{1,20}$/.test(reference)) return refuse(404, 'There is no such invoice.');
  const { desk, form } = post;
  const page = `/sandbox/invoices/${reference}`;
  const seconds = Number(form.get('advance') ?? 0);
  if (!(Number.isInteger(seconds) && seconds >= 0 && seconds <= TEN_YEARS_SECONDS)) {
    return refuse(400, 'advance: a whole number of seconds, at most ten years.');
  }
  if (seconds > 0) {
    const moved = await desk.advance(seconds, { invoiceReference: reference });
    return moved ? seeOther(page) : refuse(404, 'There is no such invoice.');
  }
  const result = await act(desk, reference, form.get('do'));
  if (!result) return refuse(400, 'do: one of scan, pay, fail, cancel, reverse.');
  return seeOther(result.ok ? page : `${page}?said=${result.reason}`);
}

type Acted = { ok: true } | { ok: false; reason: string };

async function act(desk: Console, reference: string, what: string | null): Promise<Acted | null> {
  switch (what) {
    case 'scan':
      return desk.scan(reference);
    case 'pay':
      return desk.pay(reference, '1234');
    case 'fail':
      return fail(desk, reference);
    case 'reverse':
      return reverse(desk, reference);
    case 'cancel':
      return desk.cancel(reference);
    default:
      return null;
  }
}

/** The PIN that fails a payment is refused for that very reason when it has done so. */
async function fail(desk: Console, reference: string): Promise<Acted> {
  const result = await desk.pay(reference, '0001');
  return !result.ok && result.reason === 'payment-failed' ? { ok: true } : result;
}

async function reverse(desk: Console, reference: string): Promise<Acted> {
  const result = await desk.reverse(reference);
  return result?.ok ? { ok: true } : { ok: false, reason: result ? 'not-paid' : 'unknown' };
}
