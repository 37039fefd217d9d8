import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workOutbox } from '../background/effects';
import { runWatcherRound } from '../background/payment-watcher';
import { config } from '../config';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { resendReceipt } from '../mail/prepare-mails';
import { money } from '../money';
import { applyStatus } from '../payments/apply-status';
import { syncPayment } from '../payments/sync-payment';
import { withdrawPayment } from '../payments/withdraw-payment';
import { seqr } from '../seqr/from-config';
import { configure } from '../testing/configure';
import { type ScriptedSeqr, startScriptedSeqr } from '../testing/scripted-seqr';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { startSmtpServer } from '../testing/smtp-server';
import type { Checkout } from './parse-checkout';
import { placeOrder } from './place-order';

let service: ScriptedSeqr;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
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

async function paidOrder(options: Parameters<typeof order>[0] = {}) {
  const placed = await order(options);
  const { id } = await db().read.payment.findFirstOrThrow({ where: { orderId: placed.orderId } });
  service.set(placed.invoiceReference ?? '', { status: 'PAID' });
  await syncPayment(id, 'page');
  return { ...placed, paymentId: id };
}

/** The mails to the buyer. */
const mailsOf = (orderId: string) =>
  db().read.mail.findMany({ where: { orderId, kind: { not: 'new-order' } }, orderBy: { createdAt: 'asc' } });
/** Drops the mails to the shop, so that the mail server can refuse only mails to buyers. */
const dropShopMails = () => db().write((tx) => tx.outbox.deleteMany({ where: { kind: 'mail-new-order' } }));
const sentTo = (email: string) => smtp.received.filter(({ recipients }) => recipients.includes(email));
/** Skips the pause after a failure. */
const letTimePass = () =>
  db().write((tx) => tx.outbox.updateMany({ where: { doneAt: null }, data: { nextAt: new Date(0) } }));
const plain = (text = '') => text.replaceAll('\u00a0', ' ');
const headerOf = (raw: string, name: string) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1];

const resend = (id: string) =>
  db().write(async (tx) => resendReceipt(tx, await tx.order.findUniqueOrThrow({ where: { id } })));

describe('the receipt mail', () => {
  it('is sent once with its PDF when the order is paid, even by concurrent workers', async () => {
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

  it('is stored but not sent without a mail server', async () => {
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

  it('is retried while the mail server is down, without affecting the order', async () => {
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

  it('is retried after a temporary error and fails with its reason after a permanent one', async () => {
    const [first, second] = [await paidOrder(), await paidOrder()];
    await dropShopMails();
    smtp.refuse(451, 550);
    await workOutbox('mail');
    await letTimePass();
    await workOutbox('mail');
    // The two mails are sent in parallel, so it is not known which one gets the 451 and which the 550.
    const [sent, refused] = sentTo(first.email).length === 1 ? [first, second] : [second, first];
    expect(sentTo(sent.email)).toHaveLength(1);
    expect(sentTo(refused.email)).toHaveLength(0);
    expect(await mailsOf(refused.orderId)).toMatchObject([
      { sentAt: null, failure: 'The mail server refused the mail (550).' },
    ]);
  });

  it('keeps its Message-ID if it is sent again after a crash', async () => {
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

  it('is sent again at the merchant’s request, for a paid order only', async () => {
    const { orderId, email } = await paidOrder();
    await workOutbox('mail');
    expect(await resend(orderId)).toBe(true);
    await workOutbox('mail');
    expect(sentTo(email)).toHaveLength(2);
    expect(new Set(sentTo(email).map(({ raw }) => headerOf(raw, 'Message-ID'))).size).toBe(2);
    expect(await resend((await order()).orderId)).toBe(false);
  });

  it('contains no markup or headers injected by the buyer', async () => {
    const { orderId, email } = await paidOrder({ name: '<script>alert(1)</script>\r\nBcc: all@b.se' });
    await workOutbox('mail');
    const [mail] = await mailsOf(orderId);
    expect(mail?.html).not.toContain('<script');
    expect(mail?.html).toContain('&lt;script&gt;');
    const [sent] = sentTo(email);
    expect(headerOf(sent?.raw.split('\r\n\r\n')[0] ?? '', 'Bcc')).toBeUndefined();
    expect(sent?.recipients).toEqual([email]);
  });

  it('is not sent to an address that would expand to several', async () => {
    const { orderId } = await paidOrder();
    for (const email of ['a@b.se\r\nBcc: c@d.se', 'a@b.se,c@d.se', 'a@b.se>\r\nRCPT TO:<c@d.se', '"a b"@c.se']) {
      await db().write((tx) => tx.order.update({ where: { id: orderId }, data: { email } }));
      await resend(orderId);
      await workOutbox('mail');
      expect((await mailsOf(orderId)).at(-1)).toMatchObject({ sentAt: null, failure: 'The mail address is invalid.' });
    }
    expect(smtp.received.filter(({ recipients }) => recipients.length !== 1)).toEqual([]);
  });
});

describe('other mails', () => {
  it('explain how to pay by bank transfer, in the order’s language', async () => {
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

  it.each(['CANCELED', 'EXPIRED', 'PAID'] as const)(
    'do not explain how to pay an order that is already %s',
    async (state) => {
      const { orderId, email } = await order({ method: 'invoice' });
      await db().write((tx) => tx.order.update({ where: { id: orderId }, data: { state } }));
      await workOutbox('mail');
      expect(await mailsOf(orderId)).toEqual([]);
      expect(sentTo(email)).toEqual([]);
      expect(await db().read.outbox.findFirst({ where: { kind: 'mail-transfer', subjectId: orderId } })).toMatchObject({
        nextAt: null,
      });
    },
  );

  it('confirm the refund of a late payment once SEQR has confirmed it', async () => {
    const { orderId, invoiceReference, slug, email } = await order();
    const { id } = await db().read.payment.findFirstOrThrow({ where: { orderId } });
    await withdrawPayment(orderId, 'CANCELED', 'buyer');
    await db().write((tx) => tx.product.update({ where: { slug }, data: { stock: 0 } }));
    const ersReference = `2026112309000000000${invoiceReference?.slice(-6)}`;
    const receipt = { invoice: { totalAmount: money(149_00, 'SEK') } };
    await applyStatus(
      { id, orderId },
      { status: 'PAID', version: 2, ersReference, receipt, customerTokens: [] },
      'watcher',
    );
    await workOutbox('mail');
    expect(await mailsOf(orderId)).toEqual([]);
    await runWatcherRound();
    await workOutbox('mail');
    const [mail, ...others] = await mailsOf(orderId);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Your payment for order T-\d+ has been refunded$/);
    expect(plain(mail?.text)).toContain('Refunded: 149 kr');
    expect(sentTo(email)).toHaveLength(1);
  });
});
