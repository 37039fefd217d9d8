import { afterAll, beforeAll, expect, it } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { money } from '../money';
import { signedIn } from '../testing/admin-session';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { getOrderDetails } from './get-order-details';
import { receiveTransfer } from './receive-transfer';
import { confirmedText, parseRefund } from './refund-form';
import { refundOrder } from './refund-order';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

/** An order of 475.00 for which 525.00 arrived by bank transfer. */
async function overpaidOrder() {
  const session = signedIn();
  const expiresAt = new Date(now().getTime() + 600_000);
  const { id, number } = await addOrder({ paymentMethod: 'invoice', total: 475_00, expiresAt });
  await receiveTransfer(session, number, { key: newKey(), amount: money(525_00, 'SEK'), note: '' });
  const read = async () => {
    const details = await getOrderDetails(session, number);
    if (!details) throw new Error('no order');
    return details;
  };
  return {
    read,
    /** The form of a new confirmation page that refunds 50.00. */
    confirmation: async (actor: string) => {
      const fields = { mode: 'amount', amount: '50', reason: 'Too much', key: newKey() };
      const parsed = parseRefund(fields, await read());
      if (!parsed.ok) throw new Error(parsed.problem);
      const form = { ...fields, confirmed: confirmedText(parsed.draft) };
      /** Sends the form. `order` was read before. */
      const send = (order: Awaited<ReturnType<typeof read>>) => refundOrder(signedIn(actor), order, form);
      return { send };
    },
    refunds: async () => (await db().read.refund.findMany({ where: { orderId: id } })).map(({ amount }) => amount),
  };
}

const changed = { ok: false, reason: 'sum-changed' };

it('a refund is made once if two people confirm it one after the other', async () => {
  const { read, confirmation, refunds } = await overpaidOrder();
  const [one, other] = [await confirmation('Åsa'), await confirmation('Bo')];
  expect(await one.send(await read())).toMatchObject({ ok: true, state: 'REQUESTED' });
  expect(await other.send(await read())).toEqual(changed);
  expect(await refunds()).toEqual([50_00]);
  expect(await (await confirmation('Bo')).send(await read())).toMatchObject({ ok: true });
  expect(await refunds()).toEqual([50_00, 50_00]);
});

it('a refund is made once if two people confirm it concurrently', async () => {
  const { read, confirmation, refunds } = await overpaidOrder();
  const [one, other] = [await confirmation('Åsa'), await confirmation('Bo')];
  const order = await read();
  const answers = await Promise.all([one.send(order), other.send(order)]);
  expect(answers.toSorted((a, b) => Number(a.ok) - Number(b.ok))).toMatchObject([changed, { ok: true }]);
  expect(await refunds()).toEqual([50_00]);
});

it('a refund is made once, with the same answer, if its form is sent twice', async () => {
  const { read, confirmation, refunds } = await overpaidOrder();
  const { send } = await confirmation('Åsa');
  const order = await read();
  const [first, second] = await Promise.all([send(order), send(order)]);
  expect(first).toMatchObject({ ok: true, state: 'REQUESTED' });
  expect(second).toEqual(first);
  expect(await send(await read())).toEqual(first);
  expect(await refunds()).toEqual([50_00]);
});
