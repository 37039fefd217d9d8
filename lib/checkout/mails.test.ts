import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { config } from '../config';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { money } from '../money';
import { applyStatus } from '../payments/apply-status';
import { workOutbox } from '../payments/outbox';
import { resendReceipt } from '../payments/resend-receipt';
import { syncPayment } from '../payments/sync-payment';
import { runWatcherRound } from '../payments/watcher';
import { withdrawPayment } from '../payments/withdraw-payment';
import { seqr } from '../seqr/from-config';
import { configure } from '../testing/configure';
import { type ScriptedSeqr, startScriptedSeqr } from '../testing/scripted-seqr';
import { addProducts, useShopDatabase } from '../testing/shop-database';
import { startSmtpServer } from '../testing/smtp-server';
import type { Checkout } from './parse-checkout';
import { placeOrder } from './place-order';

let service: ScriptedSeqr;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let close: () => Promise<void>;

beforeAll(async () => {
  close = useShopDatabase();
  [service, smtp] = await Promise.all([startScriptedSeqr(), startSmtpServer()]);
});
afterAll(async () => {
  seqr().close();
  await Promise.all([service.close(), smtp.close()]);
  await close();
});
beforeEach(() => {
  configure({
    SEQR_WSDL_URL: `${service.endpoint}?wsdl`,
    SEQR_TIMEOUT: '5',
    SMTP_URL: smtp.url,
    PUBLIC_URL: 'https://shop.test',
  });
  smtp.received.length = 0;
});

let serial = 0;
async function order({ name = 'Åsa', method = 'seqr' as Checkout['paymentMethod'], language = 'en' as const } = {}) {
  const slug = `m${serial++}`;
  await addProducts([{ slug, stock: 10 }]);
  const result = await placeOrder(
    {
      items: [{ slug, quantity: 1 }],
      customer: { name, email: `${slug}@b.se`, address: 'x', postalCode: '12345', city: 'y', country: 'SE' },
      delivery: 'standard',
      paymentMethod: method,
      checkoutKey: newUuid(),
      language,
    },
    { visitorId: null, clientAddress: null },
    { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' },
  );
  if (!result.ok) throw new Error(result.reason);
  return { ...result.order, slug, email: `${slug}@b.se` };
}

async function paidOrder(given: Parameters<typeof order>[0] = {}) {
  const placed = await order(given);
  const { id } = await db().read.payment.findFirstOrThrow({ where: { orderId: placed.orderId } });
  service.set(placed.invoiceReference ?? '', { status: 'PAID' });
  await syncPayment(id, 'page');
  return { ...placed, paymentId: id };
}

const mailsOf = (orderId: string) => db().read.mail.findMany({ where: { orderId }, orderBy: { createdAt: 'asc' } });
const sentTo = (email: string) => smtp.received.filter(({ recipients }) => recipients.includes(email));
/** As if the pause after a failure were over. */
const letTimePass = () =>
  db().write((tx) => tx.outbox.updateMany({ where: { doneAt: null }, data: { nextAt: new Date(0) } }));
const plain = (text = '') => text.replaceAll('\u00a0', ' ');
const headerOf = (raw: string, name: string) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1];

describe('the receipt', () => {
  it('goes out once with its PDF when the order is paid, however many work at it', async () => {
    const { orderId, email } = await paidOrder();
    await Promise.all([workOutbox('mail'), workOutbox('mail'), runWatcherRound()]);
    await workOutbox('mail');
    const [mail, ...others] = sentTo(email);
    expect(others).toEqual([]);
    const { number } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
    expect(headerOf(mail?.raw ?? '', 'Subject')).toBe(`Your receipt for order T-${number}`);
    expect(headerOf(mail?.raw ?? '', 'To')).toBe(email);
    expect(mail?.raw).toContain(`filename=receipt-T-${number}.pdf`);
    expect(mail?.raw).toContain(Buffer.from('%PDF-1.3').toString('base64').slice(0, 10));
    expect(await mailsOf(orderId)).toMatchObject([{ kind: 'receipt', recipient: email, failure: null }]);
    expect((await mailsOf(orderId))[0]?.sentAt).not.toBeNull();
  });

  it('is kept, and not sent, where there is no mail server', async () => {
    configure({ SMTP_URL: '' });
    const { orderId } = await paidOrder();
    await workOutbox('mail');
    const [mail] = await mailsOf(orderId);
    expect(mail).toMatchObject({ kind: 'receipt', sentAt: null, failure: null });
    expect(mail?.text).toContain(`https://shop.test/orders/${orderId}/receipt`);
    expect(plain(mail?.text)).toContain('Total: 149 kr');
    expect(await db().read.outbox.count({ where: { kind: 'mail-receipt', doneAt: null } })).toBe(0);
    expect(smtp.received).toEqual([]);
  });

  it('waits out a mail server that is down, and the order does not mind', async () => {
    configure({ SMTP_URL: 'smtp://user:s3cret@127.0.0.1:9' });
    const { orderId, email } = await paidOrder();
    for (let hour = 0; hour < 3; hour += 1) {
      await workOutbox('mail');
      await letTimePass();
    }
    expect(await db().read.order.findUnique({ where: { id: orderId } })).toMatchObject({ state: 'PAID' });
    const waiting = await db().read.outbox.findFirstOrThrow({ where: { kind: 'mail-receipt', subjectId: orderId } });
    expect(waiting).toMatchObject({ attempts: 3, doneAt: null, failure: 'mail: ESOCKET' });
    configure({ SMTP_URL: smtp.url });
    await workOutbox('mail');
    expect(sentTo(email)).toHaveLength(1);
    expect(await mailsOf(orderId)).toHaveLength(1);
  });

  it('is tried again after a passing refusal, and given up with its reason after one for good', async () => {
    const [first, second] = [await paidOrder(), await paidOrder()];
    smtp.refuse(451, 550);
    await workOutbox('mail');
    await letTimePass();
    await workOutbox('mail');
    expect(sentTo(first.email)).toHaveLength(1);
    expect(sentTo(second.email)).toHaveLength(0);
    expect(await mailsOf(second.orderId)).toMatchObject([
      { sentAt: null, failure: 'The mail server refused it (550).' },
    ]);
  });

  it('bears the same Message-ID when a crash hid that it had been sent', async () => {
    const { orderId, email } = await paidOrder();
    await workOutbox('mail');
    await db().write(async (tx) => {
      await tx.mail.updateMany({ where: { orderId }, data: { sentAt: null } });
      await tx.outbox.updateMany({ where: { subjectId: orderId }, data: { doneAt: null, nextAt: new Date(0) } });
    });
    await workOutbox('mail');
    const ids = sentTo(email).map(({ raw }) => headerOf(raw, 'Message-ID'));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toContain(orderId);
  });

  it('goes out once more when a merchant asks for it, for a paid order only', async () => {
    const { orderId, email } = await paidOrder();
    await workOutbox('mail');
    expect(await resendReceipt(orderId)).toBe(true);
    await workOutbox('mail');
    expect(sentTo(email)).toHaveLength(2);
    expect(new Set(sentTo(email).map(({ raw }) => headerOf(raw, 'Message-ID'))).size).toBe(2);
    expect(await resendReceipt((await order()).orderId)).toBe(false);
    expect(await resendReceipt('no-such-order')).toBe(false);
  });

  it('is inert and has no headers of the buyer’s making', async () => {
    const { orderId, email } = await paidOrder({ name: '<script>alert(1)</script>\r\nBcc: all@b.se' });
    await workOutbox('mail');
    const [mail] = await mailsOf(orderId);
    expect(mail?.html).not.toContain('<script');
    expect(mail?.html).toContain('&lt;script&gt;');
    const [sent] = sentTo(email);
    expect(headerOf(sent?.raw.split('\r\n\r\n')[0] ?? '', 'Bcc')).toBeUndefined();
    expect(sent?.recipients).toEqual([email]);
  });

  it('does not go to an address that would be several', async () => {
    const { orderId } = await paidOrder();
    for (const email of ['a@b.se\r\nBcc: c@d.se', 'a@b.se,c@d.se', 'a@b.se>\r\nRCPT TO:<c@d.se', '"a b"@c.se']) {
      await db().write((tx) => tx.order.update({ where: { id: orderId }, data: { email } }));
      await resendReceipt(orderId);
      await workOutbox('mail');
      expect((await mailsOf(orderId)).at(-1)).toMatchObject({ sentAt: null, failure: expect.stringContaining('none') });
    }
    expect(smtp.received.filter(({ recipients }) => recipients.length !== 1)).toEqual([]);
  });
});

describe('other mails', () => {
  it('say how to pay by bank transfer, in the order’s language', async () => {
    const { orderId, email } = await order({ method: 'invoice', language: 'sv' as 'en' });
    await workOutbox('mail');
    const [mail, ...others] = await mailsOf(orderId);
    const { bankReference } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Så betalar du order T-\d+$/);
    expect(mail?.text).toContain(`OCR-nummer: ${bankReference}`);
    expect(mail?.text).toContain('Bankgiro: ');
    expect(mail?.text).toContain(`${config().publicUrl}/sv/orders/${orderId}/receipt`);
    expect(sentTo(email)).toHaveLength(1);
  });

  it.each(['CANCELED', 'EXPIRED', 'PAID'])('do not say how to pay an order that is %s by now', async (state) => {
    const { orderId, email } = await order({ method: 'invoice' });
    await db().write((tx) => tx.order.update({ where: { id: orderId }, data: { state } }));
    await workOutbox('mail');
    expect(await mailsOf(orderId)).toEqual([]);
    expect(sentTo(email)).toEqual([]);
    expect(await db().read.outbox.findFirst({ where: { kind: 'mail-transfer', subjectId: orderId } })).toMatchObject({
      nextAt: null,
    });
  });

  it('say that a payment which came too late went back, once SEQR has confirmed it', async () => {
    const { orderId, invoiceReference, slug, email } = await order();
    const { id } = await db().read.payment.findFirstOrThrow({ where: { orderId } });
    await withdrawPayment(orderId, 'CANCELED', 'buyer');
    await db().write((tx) => tx.product.update({ where: { slug }, data: { stock: 0 } }));
    const ersReference = `2026112309000000000${invoiceReference?.slice(-6)}`;
    const receipt = { invoice: { totalAmount: money(149_00, 'SEK') } };
    await applyStatus(id, { status: 'PAID', version: 2, ersReference, receipt, customerTokens: [] }, 'watcher');
    await workOutbox('mail');
    expect(await mailsOf(orderId)).toEqual([]);
    await runWatcherRound();
    await workOutbox('mail');
    const [mail, ...others] = await mailsOf(orderId);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Your payment for order T-\d+ is returned$/);
    expect(plain(mail?.text)).toContain('Paid back: 149 kr');
    expect(sentTo(email)).toHaveLength(1);
  });
});
