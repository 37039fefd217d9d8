import { describe, expect, it } from 'vitest';
import { maskSecrets } from './message-log';
import { openTestSandbox, post } from './test-sandbox';

describe('maskSecrets', () => {
  it.each([
    ['<password>secret</password>', '<password>••••</password>'],
    ['<a:password x="1">secret</a:password>', '<a:password x="1">••••</a:password>'],
    ['<newPassword>secret</newPassword>', '<newPassword>••••</newPassword>'],
    ['<password><![CDATA[se</password>cret]]></password>', '<password>••••</password>'],
    ['<password>secret', '<password>••••'],
    ['<password><![CDATA[secret', '<password>••••'],
    ['<password/><name>kept</name>', '<password/><name>kept</name>'],
    ['<a password="secret"/>', '<a password="••••"/>'],
    ['<password>one</password><b/><password>two</password>', '<password>••••</password><b/><password>••••</password>'],
  ])('%s', (xml, masked) => {
    expect(maskSecrets(xml)).toBe(masked);
  });
});

describe('the message log', () => {
  it('keeps the newest messages only, long ones cut', async () => {
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

  it('says which invoice, terminal and result a message was about, and why it was refused', async () => {
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
