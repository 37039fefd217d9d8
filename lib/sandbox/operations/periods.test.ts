import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  amount,
  invoiceOf,
  openTestSandbox,
  resellerContext,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { newFault } from '../faults/fault';
import { payInvoice } from '../payers/pay-invoice';

let test: TestSandbox;
// Time advances only when a test advances it, so a slow machine makes no difference.
beforeEach(async () => {
  const instant = new Date();
  test = await openTestSandbox({ now: () => instant });
});
afterEach(() => test.close());

const parameter = (key: string, value: string) => `<entry><key>${key}</key><value>${value}</value></entry>`;
const parameters = (entries: string) => `<parameters><parameter>${entries}</parameter></parameters>`;

async function mark(as = resellerContext(), terminalId?: string): Promise<string> {
  const fields = terminalId === undefined ? '' : parameters(parameter('TERMINALID', terminalId));
  const answer = await test.call('markTransactionPeriod', fields, as);
  return answer.get('transactionPeriodId') ?? `refused with ${answer.code}`;
}

const report = (id: string, period: string, as = resellerContext()) =>
  test.call(
    'executeReport',
    `<reportId>Reconciliation/${id}</reportId><language>en</language>${parameters(parameter('transactionPeriodId', period))}`,
    as,
  );

const refund = (ersReference: string, value: string) =>
  test.call(
    'refundPayment',
    `<ersReference>${ersReference}</ersReference><invoice>${amount('totalAmount', value)}<cashierId>Eva</cashierId></invoice>`,
  );

const rows = (xml: string | undefined) => (xml ?? '').match(/<Row>.*?<\/Row>/g) ?? [];

it('has its id in the note of the call, also if the merchant got no answer', async () => {
  await test.sandbox.faults.add(newFault.parse({ kind: 'close', operation: 'markTransactionPeriod' }), new Date());
  await expect(mark()).rejects.toThrow();
  const period = await test.sandbox.db.read.period.findFirstOrThrow();
  await test.sandbox.messages.flush();
  const call = await test.sandbox.db.read.message.findFirstOrThrow({ where: { operation: 'markTransactionPeriod' } });
  expect(call).toMatchObject({ note: `fault: close; closed the period ${period.id}`, response: '' });
});

describe('a shop’s period', () => {
  it('contains everything booked since the previous one, refunds as negative amounts, in all its reports', async () => {
    const till = await test.registerTerminal();
    const first = await test.buy('100', '<cashierId>Bo</cashierId>');
    const tills = await test.buy('50.50', '', till.context);
    const back = await refund(first.ersReference, '30');
    const period = await mark();
    expect(period).toMatch(/^\d{25}$/);
    await test.buy('7');
    await test.advance(3);

    const details = await report('STD_RECON_003.xml', period);
    expect(details.get('report/title')).toBe(`STD_RECON_003_${period}.xml`);
    const xml = details.get('report/contentString') ?? '';
    expect(Buffer.from(details.get('report/content') ?? '', 'base64').toString()).toBe(xml);
    expect(xml).toMatch(
      new RegExp(
        `^<\\?xml version="1.0" encoding="UTF-8"\\?><TransactionDetails><Meta><ResellerId>public_test_shop</ResellerId><TransactionPeriodId>${period}</TransactionPeriodId><GeneratedAt>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d</GeneratedAt></Meta>`,
      ),
    );
    expect(rows(xml).sort()).toEqual(
      [
        `<Row><TerminalId>public_test_shop_terminal</TerminalId><CashierId>Bo</CashierId><SalesAmount>100.00000</SalesAmount><ErsReference>${first.ersReference}</ErsReference></Row>`,
        `<Row><TerminalId>public_test_shop_terminal</TerminalId><CashierId>Eva</CashierId><SalesAmount>-30.00000</SalesAmount><ErsReference>${back.get('ersReference')}</ErsReference></Row>`,
        `<Row><TerminalId>${till.id}</TerminalId><CashierId></CashierId><SalesAmount>50.50000</SalesAmount><ErsReference>${tills.ersReference}</ErsReference></Row>`,
      ].sort(),
    );

    const shop = await report('Shop.xml', period);
    expect(shop.get('report/title')).toBe('');
    expect(shop.get('report/contentString')).toContain('<ResellerTransactionSummary><Meta>');
    expect(rows(shop.get('report/contentString'))).toEqual([
      '<Row><SalesCount>3</SalesCount><SalesTotal>120.50000</SalesTotal></Row>',
    ]);
    const same = await report('STD_RECON_001', period);
    expect([same.get('report/title'), same.get('report/contentString')]).toEqual([
      '',
      shop.get('report/contentString'),
    ]);

    const terminals = await report('STD_RECON_002.xml', period);
    expect(terminals.get('report/title')).toBe(`STD_RECON_002_${period}.xml`);
    expect(terminals.get('report/contentString')).toContain('<TerminalTransactionSummary><Meta>');
    expect(rows(terminals.get('report/contentString')).sort()).toEqual(
      [
        '<Row><TerminalId>public_test_shop_terminal</TerminalId><SalesCount>2</SalesCount><SalesTotal>70.00000</SalesTotal></Row>',
        `<Row><TerminalId>${till.id}</TerminalId><SalesCount>1</SalesCount><SalesTotal>50.50000</SalesTotal></Row>`,
      ].sort(),
    );

    const cashiers = await report('STD_RECON_004.xml', period);
    expect(cashiers.get('report/title')).toBe(`STD_RECON_004_${period}.xml`);
    expect(cashiers.get('report/contentString')).toContain('<CashierTransactionSummary><Meta>');
    expect(rows(cashiers.get('report/contentString')).sort()).toEqual(
      [
        '<Row><CashierId></CashierId><SalesCount>1</SalesCount><SalesTotal>50.50000</SalesTotal></Row>',
        '<Row><CashierId>Bo</CashierId><SalesCount>1</SalesCount><SalesTotal>100.00000</SalesTotal></Row>',
        '<Row><CashierId>Eva</CashierId><SalesCount>1</SalesCount><SalesTotal>-30.00000</SalesTotal></Row>',
      ].sort(),
    );

    const next = await mark();
    await test.advance(3);
    expect(rows((await report('STD_RECON_003.xml', next)).get('report/contentString'))).toHaveLength(1);
  });

  it('is ready after three seconds, also across a restart', async () => {
    const period = await mark();
    expect((await report('Shop.xml', period)).code).toBe(2);
    await test.advance(2);
    await test.restart();
    expect((await report('Shop.xml', period)).code).toBe(2);
    await test.advance(1);
    const ready = await report('Shop.xml', period);
    expect([ready.code, rows(ready.get('report/contentString'))]).toEqual([
      0,
      ['<Row><SalesCount>0</SalesCount><SalesTotal>0.00000</SalesTotal></Row>'],
    ]);
  });

  it('contains no unacknowledged or reversed payment', async () => {
    const silent = await test.sendInvoice();
    await payInvoice(test.sandbox, silent, '1234');
    const late = await test.sendInvoice();
    await payInvoice(test.sandbox, late, '1234');
    const period = await mark();
    await test.status(late);
    await test.advance(60);
    expect(rows((await report('STD_RECON_003.xml', period)).get('report/contentString'))).toHaveLength(0);
    const next = await mark();
    await test.advance(3);
    expect(rows((await report('STD_RECON_003.xml', next)).get('report/contentString'))).toHaveLength(1);
  });

  it('totals each currency separately and names it', async () => {
    await test.buy('10');
    const sent = await test.call('sendInvoice', invoiceOf('500', '', 'JPY'));
    const yen = sent.get('invoiceReference') ?? '';
    await payInvoice(test.sandbox, yen, '1234');
    await test.status(yen);
    const period = await mark();
    await test.advance(3);
    const xml = (await report('Shop.xml', period)).get('report/contentString');
    expect(rows(xml).sort()).toEqual([
      '<Row><SalesCount>1</SalesCount><SalesTotal>10.00000</SalesTotal><Currency>SEK</Currency></Row>',
      '<Row><SalesCount>1</SalesCount><SalesTotal>500.00000</SalesTotal><Currency>JPY</Currency></Row>',
    ]);
  });
});

describe('a terminal’s period', () => {
  it('is separate from the shop’s, and marked with its TERMINALID by the terminal or the reseller user', async () => {
    const till = await test.registerTerminal();
    await test.buy('10');
    await test.buy('20', '', till.context);
    await mark();
    const own = await mark(till.context, till.id);
    const named = await mark(resellerContext(), 'public_test_shop_terminal');
    await test.advance(3);
    const sum = await report('STD_RECON_006.xml', own, till.context);
    expect(sum.get('report/contentString')).toContain(
      `<Row><TerminalId>${till.id}</TerminalId><SalesCount>1</SalesCount><SalesTotal>20.00000</SalesTotal></Row>`,
    );
    const details = (await report('STD_RECON_007.xml', named)).get('report/contentString');
    expect(details).toContain('<TerminalId>public_test_shop_terminal</TerminalId><TransactionPeriodId>');
    expect(rows(details)).toHaveLength(1);
    const empty = await mark(till.context, till.id);
    await test.advance(3);
    expect((await report('STD_RECON_006', empty, till.context)).get('report/contentString')).toContain(
      '<SalesCount>0</SalesCount><SalesTotal>0.00000</SalesTotal>',
    );
  });

  it('uses the terminal’s own clock', async () => {
    const till = await test.registerTerminal();
    const [own, shops] = [await mark(till.context, till.id), await mark()];
    await test.advance(3, { terminalId: till.id });
    expect((await report('STD_RECON_006', own, till.context)).code).toBe(0);
    expect((await report('Shop.xml', shops)).code).toBe(2);
  });

  it('can be marked with TERMINALID in a bare entry, as in the manual', async () => {
    const till = await test.registerTerminal();
    await test.buy('20', '', till.context);
    for (const fields of [
      parameter('TERMINALID', till.id),
      `<parameter>${parameter('TERMINALID', till.id)}</parameter>`,
    ]) {
      const marked = await test.call('markTransactionPeriod', fields, resellerContext());
      await test.advance(3);
      const sum = await report('STD_RECON_006.xml', marked.get('transactionPeriodId') ?? '');
      expect(sum.get('report/contentString')).toContain(`<TerminalId>${till.id}</TerminalId><SalesCount>`);
    }
  });

  it('has no terminal report and no sales if marked without TERMINALID', async () => {
    const till = await test.registerTerminal();
    await test.buy('20', '', till.context);
    const shops = await mark();
    const unnamed = await mark(till.context);
    await test.advance(3600);
    for (const id of ['STD_RECON_006.xml', 'STD_RECON_007.xml']) {
      expect((await report(id, shops)).code).toBe(2);
      expect((await report(id, unnamed, till.context)).code).toBe(2);
    }
    const named = await mark(till.context, till.id);
    await test.advance(3);
    const details = await report('STD_RECON_007.xml', named, till.context);
    expect(rows(details.get('report/contentString'))).toHaveLength(1);
  });
});

describe('a refused call', () => {
  it('answers with the code of its reason', async () => {
    const till = await test.registerTerminal();
    const shops = await mark();
    const own = await mark(till.context, till.id);
    await test.advance(3);
    expect((await report('Nothing.xml', shops)).code).toBe(90);
    expect((await report('Shop.xml', '123')).code).toBe(90);
    expect((await report('STD_RECON_003.xml', own)).code).toBe(90);
    expect((await report('STD_RECON_006.xml', own, terminalContext())).code).toBe(21);
    expect((await report('Shop.xml', shops, till.context)).code).toBe(21);
    expect((await test.call('executeReport', '<reportId>Shop.xml</reportId>', resellerContext())).code).toBe(90);
    expect(await mark(resellerContext(), 'nobody')).toBe('refused with 29');
    expect(await mark(till.context, 'public_test_shop_terminal')).toBe('refused with 21');
  });
});
