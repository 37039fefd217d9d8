// Lists invoices through the control API as the tests of another shop would.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '@/lib/config';
import { openTestSandbox, type TestSandbox } from '@/lib/testing/sandbox/test-sandbox';
import { setGlobal } from '@/lib/testing/set-global';
import { POST as pay } from './invoices/[reference]/pay/route';
import { GET as listInvoices } from './invoices/route';
import { POST as savePayer } from './payers/[id]/route';

let test: TestSandbox;

beforeAll(async () => {
  test = await openTestSandbox();
  setGlobal('sandbox', Promise.resolve(test.sandbox));
  setGlobal('config', readConfig({}));
});
afterAll(() => test.close());

async function list(query: string): Promise<{ status: number; error?: string; invoices: Record<string, unknown>[] }> {
  const request = new Request(`http://localhost:3000/sandbox/api/invoices${query}`);
  const response = await listInvoices(request, { params: Promise.resolve({}) });
  return { status: response.status, ...(await response.json()) };
}
const references = async (query: string) => (await list(query)).invoices.map((invoice) => invoice.invoiceReference);
const post = (body: object) =>
  new Request('http://localhost:3000/sandbox/api/x', { method: 'POST', body: JSON.stringify(body) });

describe('the list of invoices', () => {
  it('is newest first, and pages through every invoice once', async () => {
    const sent: string[] = [];
    for (let count = 0; count < 5; count += 1) sent.unshift(await test.sendInvoice());
    // Three invoices get the same time, because their order must be stable too.
    await test.sandbox.db.write((tx) =>
      tx.invoice.updateMany({ where: { reference: { in: sent.slice(1, 4) } }, data: { createdAt: new Date() } }),
    );
    const all = await references('');
    expect([...all].sort()).toEqual([...sent].sort());
    const paged: unknown[] = [];
    for (let page = await references('?limit=2'); page.length > 0; ) {
      paged.push(...page);
      page = await references(`?limit=2&before=${page.at(-1)}`);
    }
    expect(paged).toEqual(all);
  });

  it('has amounts as decimals, and is filtered by terminal, status and payer', async () => {
    const till = await test.registerTerminal();
    const sent = await test.call(
      'sendInvoice',
      '<invoice><acknowledgmentMode>NO_ACKNOWLEDGMENT</acknowledgmentMode><title>Tea</title><clientInvoiceId>A-1</clientInvoiceId><totalAmount><currency>SEK</currency><value>12.50</value></totalAmount></invoice>',
      till.context,
    );
    const reference = sent.get('invoiceReference') ?? '';
    const filter = `terminalId=${till.id}`;
    expect(await references(`?${filter}&status=PAID`)).toEqual([]);
    await savePayer(post({}), { params: Promise.resolve({ id: 'eva' }) });
    await pay(post({ pin: '1234', payer: 'eva' }), { params: Promise.resolve({ reference }) });
    for (const query of [filter, 'payer=eva', `${filter}&status=PAID&payer=eva`]) {
      expect((await list(`?${query}`)).invoices, query).toMatchObject([
        { invoiceReference: reference, status: 'PAID', payerId: 'eva', clientInvoiceId: 'A-1', title: 'Tea' },
      ]);
    }
    expect((await list(`?${filter}`)).invoices).toMatchObject([{ total: '12.50', paid: '12.50', refunded: '0.00' }]);
    expect(await references(`?${filter}&payer=default`)).toEqual([]);
  });

  it.each([
    ['?limit=0', 'limit: must be at least 1'],
    ['?limit=501', 'limit: must be at most 500'],
    ['?limit=many', 'limit: must be a whole number'],
    ['?limit=1.5', 'limit: must be a whole number'],
    [
      '?status=paid',
      'status: must be one of ISSUED, PENDING_ISSUER_ACKNOWLEDGE, RESERVED, PAID, CANCELED, FAILED, EXPIRED',
    ],
    ['?before=1', 'before: there is no such invoice.'],
    ['?payer=', 'payer: must not be empty'],
    ['?terminal=1', 'Unrecognized key: "terminal"'],
  ])('refuses %s in words', async (query, error) => {
    expect(await list(query)).toMatchObject({ status: 400, error });
  });
});
