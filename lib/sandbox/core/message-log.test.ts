import { describe, expect, it, vi } from 'vitest';
import { envelope, openTestSandbox, post, terminalContext } from '../../testing/sandbox/test-sandbox';

describe('the message log', () => {
  it('keeps only the newest messages and truncates long ones', async () => {
    const test = await openTestSandbox({ messagesKept: 3 });
    for (let index = 0; index < 5; index += 1) await test.call('benchmarkingNop');
    await post(test.sandbox, `<a>${'x'.repeat(100_000)}</a>`);
    await test.sandbox.messages.flush();
    const messages = await test.sandbox.db.read.message.findMany({ orderBy: { id: 'asc' } });
    expect(messages.map(({ operation, httpStatus }) => [operation, httpStatus])).toEqual([
      ['benchmarkingNop', 200],
      ['benchmarkingNop', 200],
      [null, 500],
    ]);
    expect(messages[2]?.request.length).toBeLessThan(30_000);
    expect(messages[2]?.note).toBe('The request is XML, but not a SOAP envelope.');
    await test.close();
  });

  it('truncates long names and reasons', async () => {
    const test = await openTestSandbox();
    const long = 'x'.repeat(400_000);
    await post(test.sandbox, envelope(`<ext:${long}/>`));
    const refused = terminalContext(long);
    await test.call('getPaymentStatus', `<invoiceReference>${long}</invoiceReference>`, refused);
    const answer = await post(test.sandbox, `<a>${'<b>'.repeat(3)}<${long}></a>`);
    expect((await answer.text()).length).toBeLessThan(2_000);
    await test.sandbox.messages.flush();
    const messages = await test.sandbox.db.read.message.findMany();
    expect(messages).toHaveLength(3);
    for (const message of messages) expect(JSON.stringify(message).length).toBeLessThan(50_000);
    await test.close();
  });

  it('writes what joins a batch in the batch’s transaction, and everything alone if that fails', async () => {
    const test = await openTestSandbox();
    const { db, messages } = test.sandbox;
    const rename = (name: string) =>
      messages.join(async (tx) => {
        await tx.payer.updateMany({ data: { name } });
      });
    const write = vi.spyOn(db, 'write');
    await test.call('benchmarkingNop');
    await Promise.all([rename('with a message'), messages.flush()]);
    expect(write).toHaveBeenCalledOnce();
    expect(await db.read.message.count()).toBe(1);
    await test.call('benchmarkingNop');
    const failing = messages.join(() => Promise.reject(new Error('invalid')));
    await Promise.all([expect(failing).rejects.toThrow('invalid'), rename('beside a failure'), messages.flush()]);
    const names = await db.read.payer.findMany({ select: { name: true }, distinct: 'name' });
    expect(names).toEqual([{ name: 'beside a failure' }]);
    expect(await db.read.message.count()).toBe(2);
    await test.close();
  });

  it('records a message’s invoice, terminal, result and reason for refusal', async () => {
    const test = await openTestSandbox();
    const reference = await test.sendInvoice();
    await test.call('sendInvoice', '<invoice/>');
    await test.restart();
    const messages = await test.sandbox.db.read.message.findMany({ orderBy: { id: 'asc' } });
    expect(messages).toMatchObject([
      { operation: 'sendInvoice', terminalId: 'public_test_shop_terminal', invoiceReference: reference, resultCode: 0 },
      { operation: 'sendInvoice', resultCode: 49, note: 'totalAmount is missing' },
    ]);
    await test.close();
  });
});
