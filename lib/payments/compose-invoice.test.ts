import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secondsAfter } from '../clock';
import { db } from '../db/client';
import { money } from '../money';
import { formatOrderNumber } from '../orders/get-order';
import { refundPayment } from '../refunds/refund-payment';
import { seqr } from '../seqr/from-config';
import { configure } from '../testing/configure';
import { issueStored } from '../testing/issue-stored';
import { addOrder } from '../testing/orders';
import { type ScriptedSeqr, startScriptedSeqr } from '../testing/scripted-seqr';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { composeInvoice, composeRefund } from './compose-invoice';
import { openAttempt } from './open-attempt';
import { updateOrder } from './update-order';

describe('the footer’s deadline', () => {
  const footer = (language: 'en' | 'sv', issuedAt: string, expiresAt: string) =>
    composeInvoice(
      { number: 1, language, currency: 'SEK' },
      { attempt: 1, createdAt: new Date(issuedAt), expiresAt: new Date(expiresAt) },
      { lines: [], total: 100 },
    ).footer;

  it.each([
    ['en', '2026-11-23T12:50:00Z', '2026-11-23T13:05:30Z', 'Pay before 14:05'],
    ['sv', '2026-11-23T12:50:00Z', '2026-11-23T13:05:30Z', 'Betala före 14:05'],
    ['en', '2026-07-01T12:50:00Z', '2026-07-01T13:05:30Z', 'Pay before 15:05'],
    ['en', '2026-11-23T22:50:00Z', '2026-11-23T23:05:00Z', 'Pay before 24 Nov 2026, 00:05'],
    ['sv', '2026-11-23T22:50:00Z', '2026-11-23T23:05:00Z', 'Betala före 24 nov. 2026 00:05'],
    ['en', '2026-11-23T13:05:10Z', '2026-11-23T13:05:40Z', 'Pay before 14:05:40'],
  ] as const)('is in Swedish time: %s, issued at %s', (language, issuedAt, expiresAt, expected) => {
    expect(footer(language, issuedAt, expiresAt)).toBe(expected);
  });
});

describe('the invoice of a refund', () => {
  const order = { number: 10_001, language: 'sv', currency: 'SEK' };
  const issueDate = new Date('2026-11-23T12:50:00Z');
  const amount = money(50_00, 'SEK');
  const refund = (rows: Parameters<typeof composeRefund>[2]['rows']) =>
    composeRefund(order, { attempt: 2 }, { amount, issueDate, rows });

  it('has the rows that the merchant chose', () => {
    const rows = [{ itemDescription: 'Sylt', itemQuantity: 1, itemTotalAmount: amount }];
    expect(refund(rows)).toMatchObject({
      ...{ issueDate, invoiceRows: rows, totalAmount: amount, cashierId: 'Webshop' },
      ...{ paymentMode: 'IMMEDIATE_DEBIT', acknowledgmentMode: 'NO_ACKNOWLEDGMENT' },
      ...{ clientInvoiceId: `${formatOrderNumber(10_001)}-2`, title: `Återbetalning ${formatOrderNumber(10_001)}` },
      footer: 'Återbetalt av Tallbacka',
    });
  });

  it('has no list of rows if none was chosen, because SEQR’s schema allows no empty one', () => {
    expect(refund([])).not.toHaveProperty('invoiceRows');
    expect(refund(undefined)).not.toHaveProperty('invoiceRows');
  });
});

describe('every field that SEQR requires', () => {
  let service: ScriptedSeqr;
  let close: () => Promise<void>;
  const merchant = { source: 'merchant', name: 'Åsa' } as const;
  const createdAt = new Date('2026-11-23T12:50:00.000Z');
  const expiresAt = secondsAfter(createdAt, 900);

  beforeAll(async () => {
    close = await openShopDatabase();
    service = await startScriptedSeqr();
    await addProducts([{ slug: 'a', stock: 10 }]);
    configure({ SEQR_WSDL_URL: `${service.endpoint}?wsdl`, SEQR_TIMEOUT: '5' });
  });
  afterAll(async () => {
    seqr().close();
    await service.close();
    await close();
  });

  async function issued() {
    const product = { kind: 'PRODUCT' as const, slug: 'a', sku: 'A-17/b', name: 'A' };
    const line = { ...product, position: 0, quantity: 3, unitPrice: 100_00, total: 300_00 };
    const order = await addOrder({ total: 300_00, language: 'sv', createdAt, expiresAt, lines: { create: [line] } });
    const { id } = await db().write(async (tx) => {
      await tx.product.update({ where: { slug: 'a' }, data: { reserved: { increment: 3 } } });
      const attempt = await openAttempt(tx, order, expiresAt, 0);
      await tx.payment.update({ where: { id: attempt.id }, data: { createdAt } });
      return attempt;
    });
    await issueStored(id);
    return { order, paymentId: id };
  }

  /** The invoice in the latest message, as element names and texts. */
  function sentInvoice(operation: string) {
    const invoice = /<invoice>(.*)<\/invoice>/s.exec(service.lastRequest(operation))?.[1] ?? '';
    const field = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(invoice)?.[1];
    const names = ['paymentMode', 'acknowledgmentMode', 'issueDate', 'title', 'clientInvoiceId', 'cashierId', 'footer'];
    const total = /<totalAmount><currency>SEK<\/currency><value>([\d.]+)</.exec(invoice)?.[1];
    return { ...Object.fromEntries(names.map((name) => [name, field(name)])), total };
  }

  const required = (number: string, total: string) => ({
    total,
    paymentMode: 'IMMEDIATE_DEBIT',
    acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
    issueDate: '2026-11-23T12:50:00.000Z',
    title: `Tallbacka ${number}`,
    clientInvoiceId: `${number}-1`,
    cashierId: 'Webshop',
    footer: 'Betala före 14:05',
  });

  it('is sent in sendInvoice and again in updateInvoice', async () => {
    const { order } = await issued();
    const number = formatOrderNumber(order.number);
    expect(sentInvoice('sendInvoice')).toEqual(required(number, '300.00'));
    expect(service.lastRequest('sendInvoice')).toContain('<itemSKU>A-17/b</itemSKU>');
    expect(await updateOrder(order.id, new Map([[0, 1]]), merchant)).toBe('changed');
    expect(sentInvoice('updateInvoice')).toEqual(required(number, '100.00'));
    expect(service.lastRequest('updateInvoice')).toContain('<itemSKU>A-17/b</itemSKU>');
    expect(await db().read.orderLine.findMany({ where: { orderId: order.id } })).toMatchObject([{ sku: 'A-17/b' }]);
  });

  it('is sent in refundPayment', async () => {
    const { order, paymentId } = await issued();
    const ersReference = '2026112313000000000000001';
    const paid = { state: 'PAID' as const, ersReference, paidAt: createdAt, openOrderId: null };
    await db().write(async (tx) => {
      await tx.payment.update({ where: { id: paymentId }, data: paid });
      await tx.order.update({ where: { id: order.id }, data: { state: 'PAID' } });
    });
    const amount = money(50_00, 'SEK');
    await refundPayment({ orderId: order.id, paymentId, key: 'refund-1', amount, reason: 'Broken', by: merchant });
    const number = formatOrderNumber(order.number);
    expect(sentInvoice('refundPayment')).toEqual({
      ...required(number, '50.00'),
      issueDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      title: `Återbetalning ${number}`,
      footer: 'Återbetalt av Tallbacka',
    });
  });
});
