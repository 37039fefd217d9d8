import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invoiceOf, openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { getInvoice } from '../payer-app/view-invoice';
import { answerCard, MAX_CARDS } from './keep-card';
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
const asked = async (reference: string, payerId?: string) =>
  (await getInvoice(test.sandbox, reference, payerId))?.cardToKeep ?? null;

/** Sends the invoice of a sale with a swiped card. */
async function send(tokens = swipe): Promise<string> {
  const sent = await test.call('sendInvoice', invoiceOf('100') + tokens);
  return sent.get('invoiceReference') ?? '';
}
async function buy(tokens = swipe): Promise<string> {
  const reference = await send(tokens);
  expect(await payInvoice(test.sandbox, reference, '1234')).toMatchObject({ status: 'PAID' });
  return reference;
}

describe('a card swiped at the till', () => {
  it('is offered after the payment and stored in the app if the payer agrees', async () => {
    const reference = await send();
    expect(await asked(reference)).toBeNull();
    await payInvoice(test.sandbox, reference, '1234');
    expect(await asked(reference)).toBe('Tall friends');
    const before = await test.status(reference);
    expect(await answerCard(test.sandbox, reference, 'default', true)).toBe(true);
    expect(await cards()).toEqual([card]);
    expect(await asked(reference)).toBeNull();
    const after = await test.status(reference);
    expect([after.get('version'), after.get('customerTokens/token/id')]).toEqual([before.get('version'), 'CARD-7']);
  });

  it('is not stored if the payer declines, and not offered again', async () => {
    const reference = await buy();
    expect(await answerCard(test.sandbox, reference, 'default', false)).toBe(true);
    expect([await asked(reference), await cards()]).toEqual([null, []]);
    expect(await answerCard(test.sandbox, reference, 'default', true)).toBe(false);
    expect(await cards()).toEqual([]);
  });

  it('is stored once by concurrent answers', async () => {
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
  ])('is not offered if the invoice %s', async (_, make) => {
    const reference = await make();
    expect(await asked(reference)).toBeNull();
    expect(await answerCard(test.sandbox, reference, 'default', true)).toBe(false);
    expect(await cards()).toEqual([]);
  });

  it('is offered only to the payer, and not if the payer already has it', async () => {
    await savePayer(test.sandbox, 'other', {});
    const reference = await buy();
    expect(await asked(reference, 'other')).toBeNull();
    expect(await answerCard(test.sandbox, reference, 'other', true)).toBe(false);
    await savePayer(test.sandbox, 'default', { tokens: [{ id: 'CARD-7' }] });
    expect(await asked(reference)).toBeNull();
  });

  it('replaces the oldest card if the app is full', async () => {
    const tokens = Array.from({ length: MAX_CARDS }, (_, index) => ({ id: `OLD-${index}` }));
    await savePayer(test.sandbox, 'default', { tokens });
    await answerCard(test.sandbox, await buy(), 'default', true);
    expect((await cards())?.map(({ id }) => id)).toEqual([...tokens.slice(1).map(({ id }) => id), 'CARD-7']);
  });
});
