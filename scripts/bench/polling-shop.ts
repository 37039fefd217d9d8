// A minimal shop that polls SEQR once a second for every open page. The load bench compares this project's shop with
// it. The minimal shop stores and renders nothing, so all its time goes into polling. Arguments: port, SOAP endpoint.
import { createServer, type ServerResponse } from 'node:http';
import { createSeqrClient } from '../../lib/seqr/client';

const [port, endpoint = ''] = process.argv.slice(2);
const POLL_MS = 1_000;

const seqr = createSeqrClient({
  endpoint,
  terminal: { id: 'public_test_shop_terminal', password: '12345678' },
  reseller: { id: 'public_test_shop', password: '1234' },
  clientId: 'Bench',
  clientReference: 'polling shop',
  timeoutMs: 8_000,
});
const invoice = {
  paymentMode: 'IMMEDIATE_DEBIT',
  acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
  issueDate: new Date(),
  title: 'Bench',
  clientInvoiceId: '1',
  totalAmount: { amount: 28_900, currency: 'SEK' },
  cashierId: 'Bench',
  footer: 'Bench',
} as const;
let calls = 0;

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const invoiceReference = searchParams.get('invoiceReference') ?? '';
  switch (pathname) {
    case '/orders': {
      const sent = await seqr.sendInvoice({ invoice });
      return answer(response, { invoiceReference: sent.invoiceReference });
    }
    case '/status':
      return answer(response, { status: (await getStatus(invoiceReference)).status });
    case '/events':
      return follow(response, invoiceReference);
    case '/receipt':
      return answer(response, { invoiceReference });
    case '/calls':
      return answer(response, { calls });
    default:
      return answer(response, {}, 404);
  }
}).listen(Number(port), '127.0.0.1');

function getStatus(invoiceReference: string) {
  calls += 1;
  return seqr.getPaymentStatus({ invoiceReference, invoiceVersion: 0 });
}

function answer(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** Polls SEQR for one page, with at most one open query. */
function follow(response: ServerResponse, invoiceReference: string): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(':\n\n');
  let open = true;
  response.once('close', () => {
    open = false;
  });
  const ask = async () => {
    if (!open) return;
    const status = await getStatus(invoiceReference).catch(() => null);
    if (status?.status === 'PAID') response.end('data: {"status":"PAID"}\n\n');
    else setTimeout(ask, POLL_MS);
  };
  setTimeout(ask, POLL_MS * Math.random());
}
