import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  amount,
  invoiceOf,
  openTestSandbox,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { listInvoices } from '../console/invoices';
import { payInvoice } from '../payers/pay-invoice';
import { savePayer } from '../payers/save-payer';
import { issueWebshop } from './issue-webshop';

let test: TestSandbox;
beforeEach(async () => {
  test = await openTestSandbox();
});
afterEach(() => test.close());

const send = async (as: string, fields = '') => {
  const answer = await test.call('sendInvoice', invoiceOf('100', fields), as);
  return answer.get('invoiceReference') ?? `refused with ${answer.code}`;
};
const statusOf = async (reference: string, as: string) =>
  (await test.call('getPaymentStatus', `<invoiceReference>${reference}</invoiceReference>`, as)).get('status');
const openInvoices = () => test.sandbox.db.read.invoice.count({ where: { status: 'ISSUED' } });

describe('a till, created by registerTerminal', () => {
  it('has one open invoice: each sendInvoice cancels the previous one', async () => {
    const { context } = await test.registerTerminal();
    const [first, second] = [await send(context), await send(context)];
    expect(await statusOf(first, context)).toBe('CANCELED');
    expect(await statusOf(second, context)).toBe('ISSUED');
    const event = await test.sandbox.db.read.invoiceEvent.findFirst({ where: { invoiceReference: first } });
    expect(event).toMatchObject({ kind: 'replaced', detail: `R${second}` });
    expect(await payInvoice(test.sandbox, first, '1234')).toEqual({ ok: false, reason: 'canceled' });
  });

  it('keeps its open invoice if the next is refused', async () => {
    const { context } = await test.registerTerminal();
    const first = await send(context);
    expect(await send(context, '<notificationUrl>ftp://a</notificationUrl>')).toBe('refused with 64');
    expect(await statusOf(first, context)).toBe('ISSUED');
  });

  it('does not cancel reserved or paid invoices, or those of another till', async () => {
    const [{ context }, other] = [await test.registerTerminal(), await test.registerTerminal()];
    const others = await send(other.context);
    const reserved = await send(context, '<paymentMode>RESERVATION_REQUIRED</paymentMode>');
    await payInvoice(test.sandbox, reserved, '1234');
    const paid = await send(context);
    await payInvoice(test.sandbox, paid, '1234');
    await send(context);
    expect(await statusOf(reserved, context)).toBe('RESERVED');
    expect(await statusOf(paid, context)).toBe('PAID');
    expect(await statusOf(others, other.context)).toBe('ISSUED');
  });

  it('cancels an invoice waiting for the merchant’s answer to a loyalty card', async () => {
    const { context } = await test.registerTerminal();
    const first = await send(context, '<acknowledgmentMode>REQUIRE_ACKNOWLEDGMENT</acknowledgmentMode>');
    await payInvoice(test.sandbox, first, '1234');
    expect(await statusOf(first, context)).toBe('PENDING_ISSUER_ACKNOWLEDGE');
    await send(context);
    expect(await statusOf(first, context)).toBe('CANCELED');
  });

  it('has one open invoice after concurrent sendInvoices', async () => {
    const { context } = await test.registerTerminal();
    await Promise.all(Array.from({ length: 10 }, () => send(context)));
    expect(await openInvoices()).toBe(1);
  });

  it('does not cancel an invoice that the payer is confirming', async () => {
    const { context } = await test.registerTerminal();
    const first = await send(context);
    await payInvoice(test.sandbox, first, '1234', { takesSeconds: 5 });
    const second = await send(context);
    await test.advance(5, { invoiceReference: first });
    expect(await statusOf(first, context)).toBe('PAID');
    expect(await statusOf(second, context)).toBe('ISSUED');
  });

  it('cancels the earlier invoice once its confirmation is refused', async () => {
    const { context } = await test.registerTerminal();
    const first = await send(context);
    await payInvoice(test.sandbox, first, '1234', { takesSeconds: 5 });
    const second = await send(context);
    await savePayer(test.sandbox, 'default', { balance: [{ amount: 0, currency: 'SEK' }] });
    await test.advance(5, { invoiceReference: first });
    expect(await statusOf(first, context)).toBe('CANCELED');
    expect(await statusOf(second, context)).toBe('ISSUED');
  });

  it('keeps an invoice with a refused confirmation if it is the only one', async () => {
    const { context } = await test.registerTerminal();
    const only = await send(context);
    await payInvoice(test.sandbox, only, '1234', { takesSeconds: 5 });
    await savePayer(test.sandbox, 'default', { balance: [{ amount: 0, currency: 'SEK' }] });
    await test.advance(5, { invoiceReference: only });
    expect(await statusOf(only, context)).toBe('ISSUED');
  });
});

describe('a webshop’s terminal, issued by SEQR', () => {
  it('keeps 50 invoices open, like the published one', async () => {
    await issueWebshop(test.sandbox, { id: 'shop-7', reseller: 'public_test_shop', password: 'secret-7' });
    const issued = terminalContext('shop-7', 'secret-7');
    for (const context of [issued, terminalContext()]) {
      const before = await openInvoices();
      await Promise.all(Array.from({ length: 50 }, () => send(context)));
      expect((await openInvoices()) - before).toBe(50);
    }
    const { lines } = await listInvoices(test.sandbox, { text: 'shop-7', status: 'ISSUED' });
    expect(lines).toHaveLength(50);
  });

  it('may refund if issued for an existing reseller', async () => {
    const issue = (reseller: string) => issueWebshop(test.sandbox, { id: 'shop-8', reseller, password: 'secret-8' });
    expect(await issue('nobody')).toBe('unknown-reseller');
    expect(await issue('public_test_shop')).toBe('issued');
    const context = terminalContext('shop-8', 'secret-8');
    const { ersReference } = await test.buy('10', '', context);
    const refund = `<ersReference>${ersReference}</ersReference><invoice>${amount('totalAmount', '10')}</invoice>`;
    expect((await test.call('refundPayment', refund, context)).code).toBe(0);
  });
});
