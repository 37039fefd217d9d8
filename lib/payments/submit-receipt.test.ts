import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { newKey } from '../ids';
import { issued } from '../testing/checkouts';
import type { ScriptedSeqr } from '../testing/scripted-seqr';
import { openScriptedShop } from '../testing/scripted-shop';
import { answerOf, success } from '../testing/test-service';
import { submitReceipt } from './submit-receipt';

let service: ScriptedSeqr;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ service, close } = await openScriptedShop());
});
afterAll(() => close());

const answer = (operation: string, fields: string) =>
  service.instead.set(operation, (response) => response.end(answerOf(operation, fields)));
const reversed = '<resultCode>55</resultCode>';

/** An order for one unit and its delivery with a payment that the shop has booked. */
async function paid() {
  const { paymentId, slug, read } = await issued();
  const ersReference = `20261123${newKey()}`;
  const data = { ersReference, paidAt: new Date('2026-11-23T09:41:27Z') };
  await db().write((tx) => tx.payment.update({ where: { id: paymentId }, data }));
  const { id, number } = await read();
  await db().write((tx) => tx.order.update({ where: { id }, data: { paidAt: data.paidAt } }));
  return { paymentId, ersReference, number, slug };
}

it('sends SEQR nothing but goods, total, VAT, time and reference, as an HTML document', async () => {
  const { paymentId, ersReference, number, slug } = await paid();
  await submitReceipt(paymentId);
  const request = service.lastRequest('submitPaymentReceipt');
  expect(request).toContain(`<ersReference>${ersReference}</ersReference>`);
  expect(request).toContain('<mimeType>text/html</mimeType>');
  const data = /<receiptData>(.*?)<\/receiptData>/.exec(request)?.[1] ?? '';
  expect(Buffer.from(data, 'base64').toString()).toBe(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Receipt ${number}</title><h1>Receipt ${number}</h1>` +
      '<p>2026-11-23 09:41 UTC</p>' +
      `<table><tr><td>1</td><td>${slug} en</td><td>100.00 SEK</td></tr>` +
      '<tr><td>1</td><td>Standard delivery</td><td>49.00 SEK</td></tr>' +
      '<tr><td></td><th>Total</th><th>149.00 SEK</th></tr>' +
      '<tr><td></td><td>of which VAT 25%</td><td>29.80 SEK</td></tr></table>' +
      `<p>SEQR ${ersReference}</p></html>`,
  );
});

it('fails if SEQR refuses the receipt, so that it is sent again', async () => {
  const { paymentId } = await paid();
  answer('submitPaymentReceipt', '<resultCode>94</resultCode>');
  await expect(submitReceipt(paymentId)).rejects.toMatchObject({ resultCode: 94 });
  expect(service.calls.at(-1)).toBe('submitPaymentReceipt');
});

it('asks for the payment’s status if SEQR has reversed the payment, and does not send the receipt again', async () => {
  const { paymentId } = await paid();
  answer('submitPaymentReceipt', reversed);
  answer('getPaymentStatus', `${success}<status>CANCELED</status><version>2</version>`);
  await submitReceipt(paymentId);
  expect(service.calls.at(-1)).toMatch(/^getPaymentStatus/);
});

it('fails if SEQR has reversed the payment and the status query also fails', async () => {
  const { paymentId } = await paid();
  answer('submitPaymentReceipt', reversed);
  answer('getPaymentStatus', '<resultCode>94</resultCode>');
  await expect(submitReceipt(paymentId)).rejects.toMatchObject({ resultCode: 55 });
  expect(service.calls.at(-1)).toMatch(/^getPaymentStatus/);
});

it('sends nothing for a payment that has not been paid or does not exist', async () => {
  const { paymentId } = await issued();
  const sent = service.count('submitPaymentReceipt');
  for (const id of [paymentId, newKey()]) await expect(submitReceipt(id)).rejects.toThrow(/^receipt: /);
  expect(service.count('submitPaymentReceipt')).toBe(sent);
});
