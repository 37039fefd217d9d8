// A sandbox of one's own, without Next: SEQR's SOAP service and as much of the control API as a payer and a test need,
// behind the very route handlers that the server has. Prints its port, and ends with whoever started it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { POST as advanceClock } from '../../app/sandbox/api/clock/route';
import { POST as addFault, DELETE as removeFaults } from '../../app/sandbox/api/faults/route';
import { POST as cancelInvoice } from '../../app/sandbox/api/invoices/[reference]/cancel/route';
import { POST as payInvoice } from '../../app/sandbox/api/invoices/[reference]/pay/route';
import { GET as readInvoice } from '../../app/sandbox/api/invoices/[reference]/route';
import { POST as scanInvoice } from '../../app/sandbox/api/invoices/[reference]/scan/route';
import { POST as savePayer } from '../../app/sandbox/api/payers/[id]/route';
import { GET as listTerminals } from '../../app/sandbox/api/terminals/route';
import { POST as answerSoap } from '../../app/soap/merchant/cashregister-2/route';
import { config } from '../../lib/config';
import { sendResponse, toRequest } from '../../lib/node-http';
import { startSandbox } from '../../lib/sandbox/start';
import { migrate } from '../../lib/sqlite/migrate';

process.stdin.resume().once('end', () => process.exit(0));

migrate(config().sandbox.databaseUrl, 'prisma/sandbox/migrations');
await startSandbox();

const server = createServer(async (incoming, outgoing) => {
  try {
    await sendResponse(await answer(toRequest(incoming)), outgoing);
  } catch (error) {
    console.error(error);
    outgoing.destroy();
  }
});
// Not console.log, which colours a number where FORCE_COLOR is set.
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const nothing = Promise.resolve({});
  const [, reference, deed] = /^\/sandbox\/api\/invoices\/(\w+)(?:\/(pay|scan|cancel))?$/.exec(pathname) ?? [];
  if (reference !== undefined) {
    const params = Promise.resolve({ reference });
    const handle = { pay: payInvoice, scan: scanInvoice, cancel: cancelInvoice, read: readInvoice }[deed ?? 'read'];
    return handle?.(request, { params }) ?? new Response('Not found\n', { status: 404 });
  }
  const [, payer] = /^\/sandbox\/api\/payers\/(\w+)$/.exec(pathname) ?? [];
  if (payer !== undefined) return savePayer(request, { params: Promise.resolve({ id: payer }) });
  if (pathname === '/sandbox/api/clock') return advanceClock(request, { params: nothing });
  if (pathname === '/sandbox/api/faults')
    return (request.method === 'DELETE' ? removeFaults : addFault)(request, { params: nothing });
  if (pathname === '/sandbox/api/terminals') return listTerminals(request, { params: nothing });
  if (pathname === '/soap/merchant/cashregister-2') return answerSoap(request);
  return new Response('Not found\n', { status: 404 });
}
