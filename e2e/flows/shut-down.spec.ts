import { once } from 'node:events';
import { get } from 'node:http';
import Database from 'better-sqlite3';
import { SMTPServer } from 'smtp-server';
import { type SecondServer, startSecondServer } from '../environment/second-server';
import { test as base, expect } from '../fixtures';
import { Goods } from '../goods';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

/** A mail server that holds each mail until `accept` is called. */
async function startHoldingMailServer() {
  let accept = () => {};
  const accepted = new Promise<void>((resolve) => {
    accept = resolve;
  });
  let noteHeld = () => {};
  const held = new Promise<void>((resolve) => {
    noteHeld = resolve;
  });
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_to, _session, callback) => {
      noteHeld();
      void accepted.then(() => callback());
    },
    onData: (stream, _session, callback) => stream.resume().once('end', () => callback()),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, accept, held, close: () => server.close() };
}

type Mails = Awaited<ReturnType<typeof startHoldingMailServer>>;

/** Each test gets its own server, and a mail server that holds the mails. */
const test = base.extend<{ mails: Mails; server: SecondServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
  mails: async ({}, use) => {
    const mails = await startHoldingMailServer();
    await use(mails);
    mails.close();
  },
  server: async ({ mails }, use) => {
    const server = await startSecondServer({ DRAIN_SECONDS: '2', SMTP_URL: mails.url });
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(`http://127.0.0.1:${server.port}`),
  // Does not remove the products, because the server has ended by then.
  goods: async ({ testApi }, use) => use(new Goods(testApi)),
});
test.skip(isRunningShop, needsOwnServer);
test.skip(process.platform === 'win32', 'Windows has no SIGTERM');

/** Reads the database of a server that has ended. */
function readDatabase<Row>(server: SecondServer, sql: string): Row[] {
  const database = new Database(server.shopDatabase.slice('file:'.length), { readonly: true });
  const rows = database.prepare<[], Row>(sql).all();
  database.close();
  return rows;
}

const MAILS = "SELECT kind FROM Mail WHERE kind <> 'new-order'";
const TASKS = 'SELECT kind, nextAt FROM Outbox WHERE doneAt IS NULL';

/** Opens an event stream, and collects what the server sends. */
async function openStream(url: string) {
  const request = get(url, { agent: false });
  const [response] = await once(request, 'response');
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const ended = once(response, 'end').then(() => text);
  await once(response, 'data');
  return { ended, isOpen: () => !response.complete };
}

test('on SIGTERM the server leaves the load balancer, keeps serving, ends its streams and finishes its work', async ({
  server,
  mails,
  request,
  baseURL,
  sandbox,
  goods,
  buyer,
}) => {
  await expect.poll(async () => (await request.get('/api/health')).status(), { timeout: 30_000 }).toBe(200);
  const waiting = await buyer.order(await goods.add());
  const stream = await openStream(`${baseURL}${waiting.statusUrl}/events`);
  const paid = await buyer.order(await goods.add());
  await sandbox.pay(paid.invoiceReference);
  await mails.held;

  const begun = performance.now();
  const exited = server.end();
  await expect.poll(async () => (await request.get('/api/health')).status()).toBe(503);
  expect(await (await request.get('/api/health')).json()).toMatchObject({ server: 'stopping', database: 'ok' });
  expect((await request.get('/api/health/live')).status()).toBe(503);
  const page = await request.get('/');
  expect([page.status(), page.headers().connection]).toEqual([200, 'close']);
  expect(stream.isOpen()).toBe(true);
  mails.accept();

  expect(await stream.ended).toMatch(/data: .*\n\nretry: [1-3]\d{3}\n\n$/s);
  expect(await exited).toBe(0);
  expect(performance.now() - begun).toBeLessThan(9_000);
  expect(readDatabase(server, MAILS)).toEqual([{ kind: 'receipt' }]);
  expect(readDatabase(server, TASKS)).toEqual([]);
});

test('on SIGTERM the server returns the work that it cannot finish in time', async ({
  server,
  mails,
  sandbox,
  goods,
  buyer,
}) => {
  const paid = await buyer.order(await goods.add());
  await sandbox.pay(paid.invoiceReference);
  await mails.held;
  const begun = performance.now();
  expect(await server.end()).toBe(0);
  expect(performance.now() - begun).toBeLessThan(9_000);
  const tasks = readDatabase<{ kind: string; nextAt: string }>(server, TASKS);
  const task = tasks.find(({ kind }) => kind === 'mail-receipt');
  expect(task).toMatchObject({ kind: 'mail-receipt' });
  // Another process can take the mail immediately, without waiting half a minute for the lease to end.
  expect(new Date(task?.nextAt ?? '').getTime()).toBeLessThan(Date.now() + 3_000);
});
