import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getPayerInvoice } from '../invoices/view-invoice';
import { invoiceOf, openTestSandbox, type TestSandbox } from '../test-sandbox';
import { answerCard, MOST_CARDS } from './keep-card';
import { payInvoice } from './pay-invoice';
import { savePayer } from './save-payer';
import { getPayer } from './view-payer';

let test: TestSandbox;
beforeEach(async () => {
  test = await openTestSandbox();
});
afterEach(() => test.close());

const swipe =
  '<tokens><description>Tall friends</description><id>CARD-7</id><status>0</status><value>7</value></tokens>';
const card = { id: 'CARD-7', description: 'Tall friends', value: '7' };
const cards = async () => (await getPayer(test.sandbox))?.tokens;
const asked = async (reference: string) => (await getPayerInvoice(test.sandbox, reference))?.cardToKeep?.id ?? null;

/** A sale at a till that swiped a card. */
async function send(tokens = swipe): Promise<string> {
  const sent = await test.call('sendInvoice', invoiceOf('100') + tokens);
  return sent.get('invoiceReference') ?? '';
}
async function buy(tokens = swipe): Promise<string> {
  const reference = await send(tokens);
  expect(await payInvoice(test.sandbox, reference, '1234')).toMatchObject({ status: 'PAID' });
  return reference;
}

describe('a card that was swiped at the till', () => {
  it('is asked about after the payment, and kept in the app if the payer says so', async () => {
    const reference = await send();
    expect(await asked(reference)).toBeNull();
    await payInvoice(test.sandbox, reference, '1234');
    expect(await asked(reference)).toBe('CARD-7');
    const before = await test.status(reference);
    expect(await answerCard(test.sandbox, reference, 'default', true)).toBe(true);
    expect(await cards()).toEqual([card]);
    expect(await asked(reference)).toBeNull();
    const after = await test.status(reference);
    expect([after.get('version'), after.get('customerTokens/token/id')]).toEqual([before.get('version'), 'CARD-7']);
  });

  it('is not kept if the payer says no, and is not asked about again', async () => {
    const reference = await buy();
    expect(await answerCard(test.sandbox, reference, 'default', false)).toBe(true);
    expect([await asked(reference), await cards()]).toEqual([null, []]);
    expect(await answerCard(test.sandbox, reference, 'default', true)).toBe(false);
    expect(await cards()).toEqual([]);
  });

  it('is kept once by many answers at once', async () => {
    const reference = await buy();
    const answers = Array.from({ length: 5 }, () => answerCard(test.sandbox, reference, 'default', true));
    expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(1);
    expect(await cards()).toEqual([card]);
  });

  it.each([
    ['is unpaid', () => send()],
    ['does not exist', async () => '1'],
    ['was paid with the app’s own card or none', () => buy('')],
    ['has a card that the shop found invalid', () => buy(swipe.replace('<status>0', '<status>99'))],
  ])('is not asked about where the invoice %s', async (_, make) => {
    const reference = await make();
    expect(await asked(reference)).toBeNull();
    expect(await answerCard(test.sandbox, reference, 'default', true)).toBe(false);
    expect(await cards()).toEqual([]);
  });

  it('is nobody else’s to keep, and not asked about if the payer holds it already', async () => {
    await savePayer(test.sandbox, 'other', {});
    const reference = await buy();
    expect(await answerCard(test.sandbox, reference, 'other', true)).toBe(false);
    await savePayer(test.sandbox, 'default', { tokens: [{ id: 'CARD-7' }] });
    expect(await asked(reference)).toBeNull();
  });

  it('takes the place of the oldest card where the app is full', async () => {
    const tokens = Array.from({ length: MOST_CARDS }, (_, index) => ({ id: `OLD-${index}` }));
    await savePayer(test.sandbox, 'default', { tokens });
    await answerCard(test.sandbox, await buy(), 'default', true);
    expect((await cards())?.map(({ id }) => id)).toEqual([...tokens.slice(1).map(({ id }) => id), 'CARD-7']);
  });
});
