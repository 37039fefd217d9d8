// For tests only: a sandbox behind real HTTP on a free port, for clients that nobody here wrote.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { advance } from './control/clock';
import { ControlError } from './control/control';
import { pay } from './control/invoices';
import { sendResponse, toRequest } from './node-http';
import { handleSoap } from './soap/handle-soap';
import type { TestSandbox } from './test-sandbox';

/** Serves SOAP at any path, and of the control API what a client's test needs: paying and the clock. */
export async function serveTestSandbox(test: TestSandbox): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    try {
      await sendResponse(await answer(test, toRequest(incoming)), outgoing);
    } catch {
      outgoing.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer({ sandbox }: TestSandbox, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const reference = /^\/sandbox\/api\/invoices\/(\w+)\/pay$/.exec(pathname)?.[1];
  try {
    if (reference !== undefined) return Response.json(await pay(sandbox, request, { reference }));
    if (pathname === '/sandbox/api/clock') return Response.json(await advance(sandbox, request));
    return await handleSoap(request, sandbox);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return Response.json({ error: error.message }, { status: error.status });
  }
}
