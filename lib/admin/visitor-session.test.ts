import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../db/client';
import { forgetGlobal } from '../process-global';
import { configure } from '../testing/configure';
import { addOrder } from '../testing/orders';
import { databases } from '../testing/scripted-shop';
import { openShopDatabase } from '../testing/shop-database';
import { getOrderDetails } from './get-order-details';
import { getMail, listMails } from './list-mails';
import { listOwnOrders } from './list-orders';
import { cancelOrder } from './order-actions';
import { listIncidents } from './view-incident';
import { visitorSession } from './visitor-session';

it('a visitor’s session is opened only in a demonstration', () => {
  expect(visitorSession('any')).toBeNull();
});

describe.each(databases)('on %s, a visitor', (database) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openShopDatabase(database);
  });
  beforeEach(() => configure({ DEMO: 'on' }));
  afterAll(async () => {
    configure({ DEMO: '' });
    await close();
    forgetGlobal('shop-db');
  });

  const sessionOf = (visitorId: string | null) => {
    const session = visitorSession(visitorId);
    if (!session) throw new Error('no session');
    return session;
  };

  it('sees and changes their own orders and nothing else', async () => {
    const [mine, other, nobodys] = [
      await addOrder({ visitorId: 'a', name: 'Anna' }),
      await addOrder({ visitorId: 'b', name: 'Bo' }),
      await addOrder({ visitorId: null }),
    ];
    for (const { id } of [mine, other, nobodys]) {
      const mail = {
        id,
        cause: id,
        kind: 'receipt',
        orderId: id,
        recipient: 'a@b.se',
        subject: id,
        text: '',
        html: '',
      };
      const incident = { id, orderId: id, openFor: id, kind: 'excess', openedAt: new Date() };
      await db().write(async (tx) => {
        await tx.mail.create({ data: { ...mail, createdAt: new Date() } });
        await tx.incident.create({ data: incident });
      });
    }
    const session = sessionOf('a');
    expect((await listOwnOrders(session)).map(({ number }) => number)).toEqual([mine.number]);
    expect((await listMails(session)).map(({ id }) => id)).toEqual([mine.id]);
    expect((await listIncidents(session, {})).map(({ id }) => id)).toEqual([mine.id]);
    expect(await getMail(session, mine.id)).toMatchObject({ id: mine.id });
    const { may } = (await getOrderDetails(session, mine.number)) ?? {};
    expect(Object.entries(may ?? {}).filter(([, allowed]) => allowed)).toEqual([['cancel', true]]);
    for (const { id, number } of [other, nobodys]) {
      expect(await getOrderDetails(session, number)).toBeNull();
      expect(await getMail(session, id)).toBeNull();
      expect(await cancelOrder(session, number)).toBeNull();
    }
  });

  it('who has not ordered owns no order, not even one without a visitor', async () => {
    const { id, number } = await addOrder({ visitorId: null });
    const session = sessionOf(null);
    expect(await listOwnOrders(session)).toEqual([]);
    expect(await listMails(session)).toEqual([]);
    expect(await getOrderDetails(session, number)).toBeNull();
    expect(await getMail(session, id)).toBeNull();
  });
});
