import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amount, invoiceOf, openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { cancelInvoiceByPayer } from '../payers/cancel-by-payer';
import { payInvoice } from '../payers/pay-invoice';
import { savePayer } from '../payers/save-payer';
import { scanInvoice } from '../payers/scan-invoice';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const update = (reference: string, fields: string) =>
  test.call('updateInvoice', `<invoiceReference>${reference}</invoiceReference>${fields}`);
const stored = (reference: string) => test.sandbox.db.read.invoice.findUniqueOrThrow({ where: { reference } });
const row = `<invoiceRows><invoiceRow><itemDescription>Cup</itemDescription>${amount('itemTotalAmount', '100')}</invoiceRow></invoiceRows>`;

describe('updateInvoice', () => {
  it('replaces the given fields and keeps the others', async () => {
    const reference = await test.sendInvoice(`<title>Old</title><cashierId>Bo</cashierId>${row}`);
    const answer = await update(reference, `<invoice><title>New</title>${amount('totalAmount', '10.22')}</invoice>`);
    expect(answer.code).toBe(0);
    expect(await stored(reference)).toMatchObject({ title: 'New', cashierId: 'Bo', total: 1022, version: 0 });
    expect((await stored(reference)).rows).toContain('Cup');
    await payInvoice(test.sandbox, reference, '1234');
    expect((await test.status(reference)).get('receipt/invoice/totalAmount/value')).toBe('10.22');
  });

  it('refuses what sendInvoice refuses, without a change', async () => {
    const reference = await test.sendInvoice(row);
    expect((await update(reference, `<invoice>${amount('totalAmount', '0')}</invoice>`)).code).toBe(49);
    expect((await update(reference, `<invoice>${amount('totalAmount', '5', 'EUR')}</invoice>`)).code).toBe(49);
    expect((await update(reference, `<invoice><notificationUrl>x</notificationUrl></invoice>`)).code).toBe(64);
    expect((await stored(reference)).total).toBe(10_000);
  });

  it('prevents the payer from paying an amount they did not see', async () => {
    const reference = await test.sendInvoice();
    await update(reference, `<invoice>${amount('totalAmount', '200')}</invoice>`);
    const seen = { seenTotal: 10_000 };
    expect(await payInvoice(test.sandbox, reference, '1234', seen)).toEqual({ ok: false, reason: 'changed' });
    expect(await payInvoice(test.sandbox, reference, '1234', { seenTotal: 20_000 })).toMatchObject({ ok: true });
  });

  it('answers according to the invoice’s state', async () => {
    const nothing = '<invoice><title>x</title></invoice>';
    const canceled = await test.sendInvoice();
    await cancelInvoiceByPayer(test.sandbox, canceled);
    expect((await update(canceled, nothing)).code).toBe(95);
    expect((await update((await test.buy()).reference, nothing)).code).toBe(90);
    const confirming = await test.sendInvoice();
    await payInvoice(test.sandbox, confirming, '1234', { takesSeconds: 10 });
    expect((await update(confirming, nothing)).code).toBe(48);
    const expired = await test.sendInvoice();
    await test.advance(90_000, { invoiceReference: expired });
    expect((await update(expired, nothing)).code).toBe(58);
    const failed = await test.sendInvoice();
    await payInvoice(test.sandbox, failed, '0001');
    expect((await update(failed, nothing)).code).toBe(90);
    expect((await update('1', nothing)).code).toBe(54);
  });
});

describe('an invoice', () => {
  const giveCard = (tokens: object[]) =>
    test.sandbox.db.write((tx) =>
      tx.payer.update({ where: { id: 'default' }, data: { tokens: JSON.stringify(tokens) } }),
    );
  const card = { id: 'CARD-7', description: 'Tall friends', value: '10 %' };

  it('waits for the merchant’s answer to a loyalty card, and stores it', async () => {
    await giveCard([card]);
    const reference = await test.sendInvoice('<acknowledgmentMode>REQUIRE_ACKNOWLEDGMENT</acknowledgmentMode>');
    await scanInvoice(test.sandbox, reference);
    const pending = await test.status(reference);
    expect([pending.get('status'), pending.get('version')]).toEqual(['PENDING_ISSUER_ACKNOWLEDGE', '1']);
    expect(pending.get('customerTokens/token/id')).toBe('CARD-7');
    expect(pending.get('customerTokens/token/status')).toBe('0');
    expect(await payInvoice(test.sandbox, reference, '1234')).toMatchObject({
      ok: false,
      reason: 'waiting-for-merchant',
    });

    const verdict = `<invoice>${amount('totalAmount', '90')}</invoice><tokens><id>CARD-7</id><status>1</status></tokens>`;
    expect((await update(reference, verdict)).code).toBe(0);
    await scanInvoice(test.sandbox, reference);
    expect((await test.status(reference)).get('status')).toBe('ISSUED');
    expect(await payInvoice(test.sandbox, reference, '1234')).toMatchObject({ ok: true });
    const paid = await test.status(reference);
    expect(paid.get('customerTokens/token/status')).toBe('1');
    expect(paid.get('customerTokens/token/description')).toBe('Tall friends');
    expect(paid.get('receipt/invoice/totalAmount/value')).toBe('90.00');
  });

  it('sends the merchant one card: the first in the app, or the one swiped at the till', async () => {
    await giveCard([card, { id: 'CARD-8' }]);
    const require = '<acknowledgmentMode>REQUIRE_ACKNOWLEDGMENT</acknowledgmentMode>';
    const idsOf = ({ xml }: { xml: string }) => [...xml.matchAll(/<id>([^<]*)</g)].map(([, id]) => id);
    const fromApp = await test.sendInvoice(require);
    await scanInvoice(test.sandbox, fromApp);
    expect(idsOf(await test.status(fromApp))).toEqual(['CARD-7']);

    const tokens = ['SWIPED-1', 'SWIPED-2'].map((id) => `<tokens><id>${id}</id><status>0</status></tokens>`);
    const sent = await test.call('sendInvoice', invoiceOf('100', require) + tokens.join(''));
    const swiped = sent.get('invoiceReference') ?? '';
    expect(idsOf(await test.status(swiped))).toEqual(['SWIPED-1']);
    await scanInvoice(test.sandbox, swiped);
    const pending = await test.status(swiped);
    expect([pending.get('status'), idsOf(pending)]).toEqual(['PENDING_ISSUER_ACKNOWLEDGE', ['SWIPED-1']]);

    await update(fromApp, '<tokens><id>SWIPED-3</id><status>1</status></tokens>');
    expect(idsOf(await test.status(fromApp))).toEqual(['SWIPED-3']);
  });

  describe('that the merchant has acknowledged for one payer', () => {
    const mode = (name: string) => `<acknowledgmentMode>${name}_ACKNOWLEDGMENT</acknowledgmentMode>`;
    const addPayer = (id: string, cards: { id: string }[]) => savePayer(test.sandbox, id, { tokens: cards });
    const cardOf = (answer: { get(path: string): string | undefined }) =>
      ['status', 'version', 'customerTokens/token/id', 'customerTokens/token/status'].map((path) => answer.get(path));
    const accept = (reference: string, id: string) =>
      update(reference, `<tokens><id>${id}</id><status>1</status></tokens>`);

    it('waits again when another payer scans it, and shows that payer’s card', async () => {
      await giveCard([card]);
      await addPayer('second-scan', [{ id: 'CARD-9' }]);
      const reference = await test.sendInvoice(mode('REQUIRE'));
      await scanInvoice(test.sandbox, reference);
      await accept(reference, 'CARD-7');
      await scanInvoice(test.sandbox, reference, 'second-scan');
      expect(cardOf(await test.status(reference))).toEqual(['PENDING_ISSUER_ACKNOWLEDGE', '3', 'CARD-9', '0']);
      expect((await stored(reference)).tokensAnsweredAt).toBeNull();

      await accept(reference, 'CARD-9');
      await scanInvoice(test.sandbox, reference, 'second-scan');
      expect(cardOf(await test.status(reference))).toEqual(['ISSUED', '4', 'CARD-9', '1']);
    });

    it('waits again when another payer pays without a scan', async () => {
      await giveCard([card]);
      await addPayer('second-pay', []);
      const reference = await test.sendInvoice(mode('REQUIRE'));
      await scanInvoice(test.sandbox, reference);
      await accept(reference, 'CARD-7');
      const pay = () => payInvoice(test.sandbox, reference, '1234', { payerId: 'second-pay' });
      expect(await pay()).toMatchObject({ ok: false, reason: 'waiting-for-merchant' });
      expect(cardOf(await test.status(reference))).toEqual(['PENDING_ISSUER_ACKNOWLEDGE', '3', undefined, undefined]);
      await update(reference, '');
      expect(await pay()).toMatchObject({ ok: true });
    });

    it('is not disturbed by another payer’s scan during the confirmation', async () => {
      await giveCard([card]);
      await addPayer('second-late', [{ id: 'CARD-9' }]);
      const reference = await test.sendInvoice(mode('REQUIRE'));
      await scanInvoice(test.sandbox, reference);
      await accept(reference, 'CARD-7');
      await payInvoice(test.sandbox, reference, '1234', { takesSeconds: 10 });
      await scanInvoice(test.sandbox, reference, 'second-late');
      await test.advance(10, { invoiceReference: reference });
      expect(cardOf(await test.status(reference))).toEqual(['PAID', '3', 'CARD-7', '1']);
    });

    it('keeps a swiped card for every payer', async () => {
      await giveCard([card]);
      await addPayer('second-swiped', [{ id: 'CARD-9' }]);
      const swiped = '<tokens><id>SWIPED-1</id><status>0</status></tokens>';
      const sent = await test.call('sendInvoice', invoiceOf('100', mode('REQUIRE')) + swiped);
      const reference = sent.get('invoiceReference') ?? '';
      await scanInvoice(test.sandbox, reference);
      await accept(reference, 'SWIPED-1');
      await scanInvoice(test.sandbox, reference, 'second-swiped');
      expect(cardOf(await test.status(reference))).toEqual(['PENDING_ISSUER_ACKNOWLEDGE', '3', 'SWIPED-1', '1']);
    });

    it('with OPTIONAL_ACKNOWLEDGMENT does not wait for a payer without a card, nor keeps the other’s card', async () => {
      await giveCard([card]);
      await addPayer('second-optional', []);
      const reference = await test.sendInvoice(mode('OPTIONAL'));
      await scanInvoice(test.sandbox, reference);
      await accept(reference, 'CARD-7');
      const paid = await payInvoice(test.sandbox, reference, '1234', { payerId: 'second-optional' });
      expect(paid).toMatchObject({ ok: true });
      expect(cardOf(await test.status(reference))).toEqual(['PAID', '3', undefined, undefined]);
    });
  });

  it('returns an empty customerTokens element without tokens', async () => {
    const unpaid = await test.status(await test.sendInvoice());
    expect(unpaid.xml).toMatch(/<status>ISSUED<\/status><customerTokens><\/customerTokens><version>/);
    const paid = await test.status((await test.buy()).reference);
    expect(paid.xml).toMatch(/<\/receipt><customerTokens><\/customerTokens><version>/);
    expect((await test.status('1')).names).toEqual(['resultCode', 'resultDescription', 'version']);
  });

  it('with REQUIRE_ACKNOWLEDGMENT waits even without a card and without a scan', async () => {
    await giveCard([]);
    const reference = await test.sendInvoice('<acknowledgmentMode>REQUIRE_ACKNOWLEDGMENT</acknowledgmentMode>');
    expect(await payInvoice(test.sandbox, reference, '1234')).toMatchObject({
      ok: false,
      reason: 'waiting-for-merchant',
    });
    expect((await test.status(reference)).get('status')).toBe('PENDING_ISSUER_ACKNOWLEDGE');
    await update(reference, '');
    expect(await payInvoice(test.sandbox, reference, '1234')).toMatchObject({ ok: true });
  });

  it('with OPTIONAL_ACKNOWLEDGMENT waits only if the payer has a card', async () => {
    const optional = '<acknowledgmentMode>OPTIONAL_ACKNOWLEDGMENT</acknowledgmentMode>';
    await giveCard([]);
    const without = await test.sendInvoice(optional);
    await scanInvoice(test.sandbox, without);
    expect((await test.status(without)).get('status')).toBe('ISSUED');
    await giveCard([card]);
    const withCard = await test.sendInvoice(optional);
    await scanInvoice(test.sandbox, withCard);
    expect((await test.status(withCard)).get('status')).toBe('PENDING_ISSUER_ACKNOWLEDGE');
  });

  it('stores at most 100 tokens over all updates', async () => {
    const reference = await test.sendInvoice();
    const tokens = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `<tokens><id>${from + index}</id><status>1</status></tokens>`).join(
        '',
      );
    expect((await update(reference, tokens(0, 60))).code).toBe(0);
    expect((await update(reference, tokens(60, 60))).code).toBe(49);
    expect((await update(reference, tokens(40, 60))).code).toBe(0);
    expect(JSON.parse((await stored(reference)).tokens)).toHaveLength(100);
  });

  it('with NO_ACKNOWLEDGMENT never waits, and refuses an invalid token', async () => {
    await giveCard([card]);
    const reference = await test.sendInvoice();
    await scanInvoice(test.sandbox, reference);
    expect((await test.status(reference)).get('status')).toBe('ISSUED');
    expect((await update(reference, '<tokens><id>A</id><status>ok</status></tokens>')).code).toBe(49);
    expect((await update(reference, '<tokens><status>1</status></tokens>')).code).toBe(49);
  });
});
