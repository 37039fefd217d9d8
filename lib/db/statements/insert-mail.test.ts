import { expect, it } from 'vitest';
import { newKey } from '../../ids';
import { onEachDatabase } from '../../testing/on-each-database';
import { addUnpaidOrder } from '../../testing/order-rows';
import { db } from '../client';
import { insertMail } from './insert-mail';

onEachDatabase(() => {
  it('stores a mail as Prisma would, once per cause', async () => {
    const orderId = await addUnpaidOrder(1_00);
    const mail = {
      id: newKey(),
      cause: 'a',
      kind: 'receipt',
      orderId,
      recipient: 'a@example.com',
      subject: 'Å',
      text: 'ö',
    };
    const full = { ...mail, html: '<p>', createdAt: new Date('2026-12-03T08:00:00.123Z') };
    expect(await db().write((tx) => insertMail(tx, full))).toBe(true);
    expect(await db().write((tx) => insertMail(tx, { ...full, id: newKey(), subject: 'other' }))).toBe(false);
    const where = { createdAt: { lte: full.createdAt } };
    expect(await db().read.mail.findMany({ where })).toEqual([{ ...full, sentAt: null, failure: null }]);
  });
});
