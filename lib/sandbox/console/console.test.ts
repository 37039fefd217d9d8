import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';
import { savePayer } from '../payers/save-payer';
import { getInvoiceDetails, listInvoices } from './invoices';
import { getMessage, listMessages } from './messages';
import { listNotifications } from './notifications';
import { getOverview, getRevision } from './overview';
import { listPayers } from './payers';

let own: TestSandbox;
beforeAll(async () => {
  own = await openTestSandbox();
});
afterAll(() => own.close());

describe('invoices', () => {
  test('are listed newest first, page by page, each once', async () => {
    const sent: string[] = [];
    for (let count = 0; count < 60; count++) sent.push(await own.sendInvoice('<title>paging</title>'));
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await listInvoices(own.sandbox, { text: 'paging', before });
      seen.push(...page.lines.map(({ reference }) => reference));
      before = page.before ?? undefined;
    } while (before);
    expect(seen).toHaveLength(60);
    expect([...seen].sort()).toEqual([...sent].sort());
    const times = (await listInvoices(own.sandbox, { text: 'paging' })).lines.map(({ createdAt }) => +createdAt);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('are found by reference, by the merchant’s number and by status', async () => {
    const reference = await own.sendInvoice('<clientInvoiceId>find-me-77</clientInvoiceId>');
    for (const text of [reference, `R${reference}`, reference.slice(0, 9), 'me-7']) {
      const { lines } = await listInvoices(own.sandbox, { text });
      expect(lines.map((line) => line.reference)).toEqual([reference]);
    }
    expect((await listInvoices(own.sandbox, { text: reference, status: 'PAID' })).lines).toEqual([]);
    await payInvoice(own.sandbox, reference, '1234');
    const [line] = (await listInvoices(own.sandbox, { text: reference, status: 'PAID' })).lines;
    expect(line).toMatchObject({ status: 'PAID', merchant: 'Tallbacka', total: { amount: 10000, currency: 'SEK' } });
  });

  test('are searched literally, including % and _', async () => {
    const number = '<clientInvoiceId>no_7%</clientInvoiceId>';
    const reference = await own.sendInvoice(`${number}<title>50 % Wool_socks</title>`);
    const find = async (text: string) =>
      (await listInvoices(own.sandbox, { text })).lines.map((line) => line.reference);
    for (const text of ['%', '_', '50 % wool_SOCKS', '_7%']) expect(await find(text)).toEqual([reference]);
    for (const text of ['50 _ wool', 'wool%socks', `${reference.slice(0, 6)}%`, "'", '\\']) {
      expect(await find(text)).toEqual([]);
    }
  });

  test('have a history', async () => {
    const reference = await own.sendInvoice();
    await payInvoice(own.sandbox, reference, '1234');
    const details = await getInvoiceDetails(own.sandbox, reference);
    expect(details?.events.map(({ kind }) => kind)).toEqual(['paid']);
    expect(details?.invoiceQRCode).toBe(`HTTP://SEQR.SE/R${reference}`);
    expect(await getInvoiceDetails(own.sandbox, '1')).toBeNull();
  });
});

describe('payers', () => {
  test('are searched literally, including % and _', async () => {
    await savePayer(own.sandbox, 'wool_payer', { name: '50 % Åsa' });
    const find = async (text: string) => (await listPayers(own.sandbox, { text })).lines.map(({ id }) => id);
    for (const text of ['%', '_', 'WOOL_', '50 % Å']) expect(await find(text)).toEqual(['wool_payer']);
    for (const text of ['w%r', 'wool%', '5_']) expect(await find(text)).toEqual([]);
  });
});

describe('messages', () => {
  test.each(['99999999999999999999', '9007199254740993', '1e999', '-1', '1.5', 'x', ''])(
    'start with the newest if `before` is invalid: “%s”',
    async (before) => {
      const reference = await own.sendInvoice();
      expect((await listMessages(own.sandbox, { before })).lines[0]?.invoiceReference).toBe(reference);
      expect((await listNotifications(own.sandbox, { before })).lines).toEqual([]);
    },
  );

  test('are searched literally, including % and _', async () => {
    const reference = await own.sendInvoice('<title>100 % wool_socks</title>');
    const find = async (text: string) =>
      (await listMessages(own.sandbox, { text, operation: 'sendInvoice' })).lines.map((line) => line.invoiceReference);
    expect(await find('100 % WOOL_SOCKS')).toEqual([reference]);
    expect(await find('100 _ wool')).toEqual([]);
    expect(await find('wool%socks')).toEqual([]);
    expect(await find(`<invoiceReference>${reference}`)).toEqual([reference]);
  });

  test('can be filtered by invoice, are paged without gaps, and contain no password', async () => {
    const reference = await own.sendInvoice();
    for (let count = 0; count < 60; count++) await own.status(reference);
    const first = await listMessages(own.sandbox, { invoiceReference: reference });
    const second = await listMessages(own.sandbox, {
      invoiceReference: reference,
      before: first.before ?? 'none',
    });
    const ids = [...first.lines, ...second.lines].map(({ id }) => id);
    expect(ids).toHaveLength(61);
    expect(new Set(ids).size).toBe(61);
    expect(second.before).toBeNull();
    const message = await getMessage(own.sandbox, ids[0] ?? 0);
    expect(message?.request).toContain(reference);
    expect(message?.request).not.toContain('12345678');
    expect(await getMessage(own.sandbox, 999_999_999)).toBeNull();
  });
});

test('the revision changes with a call or payment and otherwise stays the same', async () => {
  const revision = () => getRevision(own.sandbox);
  const start = await revision();
  expect(await revision()).toBe(start);
  const reference = await own.sendInvoice();
  const sent = await revision();
  expect(sent).not.toBe(start);
  await payInvoice(own.sandbox, reference, '1234');
  expect(await revision()).not.toBe(sent);
});

test('counts invoices by status in the overview', async () => {
  const { counts, terminal } = await getOverview(own.sandbox);
  expect(terminal.id).toBe('public_test_shop_terminal');
  expect(counts.find(({ status }) => status === 'PAID')?.count).toBeGreaterThan(0);
});
