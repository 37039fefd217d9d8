import { seeOther } from '@/lib/http/see-other';
import type { SandboxConsole } from '@/lib/sandbox/console/console';
import { readConsolePost, refuse } from '../../../console';

const TEN_YEARS_SECONDS = 10 * 366 * 86_400;

/** Acts as the payer, or moves the clock, for the invoice's page in the console. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const { reference } = await params;
  if (!/^\d{1,20}$/.test(reference)) return refuse(404, 'There is no such invoice.');
  const { sandboxConsole, form } = post;
  const page = `/sandbox/invoices/${reference}`;
  const seconds = Number(form.get('advance') ?? 0);
  if (!(Number.isInteger(seconds) && seconds >= 0 && seconds <= TEN_YEARS_SECONDS)) {
    return refuse(400, 'advance: a whole number of seconds, at most ten years.');
  }
  if (seconds > 0) {
    const moved = await sandboxConsole.advance(seconds, { invoiceReference: reference });
    return moved ? seeOther(page) : refuse(404, 'There is no such invoice.');
  }
  const result = await act(sandboxConsole, reference, form.get('do'));
  if (!result) return refuse(400, 'do: one of scan, pay, fail, cancel, reverse.');
  return seeOther(result.ok ? page : `${page}?refusal=${result.reason}`);
}

type Acted = { ok: true } | { ok: false; reason: string };

async function act(sandboxConsole: SandboxConsole, reference: string, what: string | null): Promise<Acted | null> {
  switch (what) {
    case 'scan':
      return sandboxConsole.scan(reference);
    case 'pay':
      return sandboxConsole.pay(reference, '1234');
    case 'fail':
      return fail(sandboxConsole, reference);
    case 'reverse':
      return reverse(sandboxConsole, reference);
    case 'cancel':
      return sandboxConsole.cancel(reference);
    default:
      return null;
  }
}

/** A failing PIN is refused by design, so its refusal counts as success. */
async function fail(sandboxConsole: SandboxConsole, reference: string): Promise<Acted> {
  const result = await sandboxConsole.pay(reference, '0001');
  return !result.ok && result.reason === 'payment-failed' ? { ok: true } : result;
}

async function reverse(sandboxConsole: SandboxConsole, reference: string): Promise<Acted> {
  const result = await sandboxConsole.reverse(reference);
  return result?.ok ? { ok: true } : { ok: false, reason: result ? 'not-paid' : 'unknown' };
}
