import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workOutbox } from '../background/effects';
import { db } from '../db/client';
import { signedIn } from '../testing/admin-session';
import { configure } from '../testing/configure';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { startSmtpServer } from '../testing/smtp-server';
import { getOrderDetails } from './get-order-details';
import { markDelivered } from './order-actions';

let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let close: () => Promise<void>;
const session = signedIn('Åsa');

beforeAll(async () => {
  close = await openShopDatabase();
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.close();
  await close();
});
beforeEach(() => {
  configure({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://shop.test' });
  smtp.received.length = 0;
});

const byPost = { carrier: 'PostNord', trackingUrl: 'https://tracking.postnord.com/se/?id=1' };
const undo = (id: string) =>
  db().write((tx) => tx.order.update({ where: { id }, data: { deliveredAt: null, carrier: null, trackingUrl: null } }));
const mailsOf = (orderId: string) => db().read.mail.findMany({ where: { orderId }, orderBy: { createdAt: 'asc' } });
const headersOf = (raw = '') => raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');

describe('the mail about a sent order', () => {
  it('names the carrier, links to the parcel in the buyer’s language, and can be answered', async () => {
    const { id, number } = await addOrder({ state: 'PAID', language: 'sv' });
    expect(await markDelivered(session, number, byPost)).toBe('delivered');
    await Promise.all([workOutbox('mail'), workOutbox('mail')]);
    const [mail, ...others] = await mailsOf(id);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'sent', subject: `Order T-${number} är på väg`, failure: null });
    expect(mail?.text).toContain(`Vi har skickat order T-${number} med PostNord.`);
    expect(mail?.text).toContain(`Spåra paketet:\n${byPost.trackingUrl}`);
    expect(mail?.text).toContain(`https://shop.test/sv/orders/${id}/receipt`);
    expect(mail?.html).toContain(`<a href="${byPost.trackingUrl}"`);
    expect(smtp.received).toHaveLength(1);
    expect(headersOf(smtp.received[0]?.raw)).toContain('Reply-To: Tallbacka <hej@tallbacka.example>');
    const details = await getOrderDetails(session, number);
    expect(details?.shipment).toMatchObject(byPost);
    expect(details?.history).toContainEqual(
      expect.objectContaining({ type: 'order', content: { kind: 'delivered', ...byPost } }),
    );
  });

  it('is not repeated after an undo, but corrects a wrong link', async () => {
    const { id, number } = await addOrder({ state: 'PAID' });
    const wrong = { ...byPost, trackingUrl: 'https://tracking.postnord.com/se/?id=2' };
    for (const shipment of [wrong, wrong, byPost, byPost]) {
      expect(await markDelivered(session, number, shipment)).toBe('delivered');
      expect(await markDelivered(session, number, shipment)).toBe('refused');
      await workOutbox('mail');
      await undo(id);
    }
    expect((await mailsOf(id)).map(({ text }) => /id=\d/.exec(text)?.[0])).toEqual(['id=2', 'id=1']);
    expect(smtp.received).toHaveLength(2);
  });

  it.each([true, false])(
    'is sent once if it could not be delivered before an undo (dropped meanwhile: %s)',
    async (isDropped) => {
      const { id, number } = await addOrder({ state: 'PAID' });
      const retryNow = async () => {
        await db().write((tx) =>
          tx.outbox.updateMany({ where: { subjectId: id, doneAt: null }, data: { nextAt: new Date(0) } }),
        );
        await workOutbox('mail');
      };
      configure({ SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'https://shop.test' });
      await markDelivered(session, number, byPost);
      await workOutbox('mail');
      expect(await mailsOf(id)).toMatchObject([{ sentAt: null }]);
      await undo(id);
      configure({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://shop.test' });
      if (isDropped) await retryNow();
      await markDelivered(session, number, byPost);
      await retryNow();
      expect((await mailsOf(id)).filter(({ sentAt }) => sentAt !== null)).toHaveLength(1);
      expect(smtp.received).toHaveLength(1);
    },
  );

  it('is not sent if the order is no longer marked as sent', async () => {
    const { id, number } = await addOrder({ state: 'PAID' });
    await markDelivered(session, number, byPost);
    await undo(id);
    await workOutbox('mail');
    expect(await mailsOf(id)).toEqual([]);
    await markDelivered(session, number, byPost);
    await workOutbox('mail');
    expect(await mailsOf(id)).toHaveLength(1);
  });

  it('contains nothing injected through the name of a carrier or buyer', async () => {
    const { id, number } = await addOrder({ state: 'PAID', name: '"><script>1</script>\r\nBcc: all@b.se' });
    await markDelivered(session, number, { carrier: '<b>Bike</b>', trackingUrl: 'https://bike.example/?a="b"&c' });
    await workOutbox('mail');
    const [mail] = await mailsOf(id);
    expect(mail?.html).not.toMatch(/<script|<b>|"b"/);
    expect(mail?.html).toContain('href="https://bike.example/?a=&quot;b&quot;&amp;c"');
    expect(headersOf(smtp.received[0]?.raw)).not.toMatch(/^Bcc/im);
    expect(smtp.received[0]?.recipients).toEqual(['bo@example.com']);
  });
});
