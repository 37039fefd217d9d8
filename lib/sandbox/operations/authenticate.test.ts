import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  context,
  openTestSandbox,
  resellerContext,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
  const { id: _id, ...template } = await test.sandbox.db.read.terminal.findFirstOrThrow();
  await test.sandbox.db.write(async (tx) => {
    await tx.terminal.create({ data: { ...template, id: 'blocked', state: 'BLOCKED' } });
  });
});
afterAll(() => test.close());

const principal = (fields: string) => context(fields, '12345678');

describe('authentication', () => {
  it.each([
    ['the published terminal', terminalContext(), 54],
    [
      'a userId with TERMINALID',
      principal('<id>public_test_shop_terminal</id><type>TERMINALID</type><userId>9900</userId>'),
      54,
    ],
    ['space around the id', principal('<type>TERMINALID</type><id> public_test_shop_terminal </id>'), 54],
    ['a wrong password', terminalContext('public_test_shop_terminal', '1234567'), 20],
    ['a password with a space', terminalContext('public_test_shop_terminal', ' 12345678'), 20],
    [
      'no password',
      `<context><initiatorPrincipalId><id>public_test_shop_terminal</id><type>TERMINALID</type></initiatorPrincipalId></context>`,
      20,
    ],
    ['an unknown terminal', terminalContext('nobody'), 29],
    ['no context', ' ', 29],
    ['no principal', '<context><password>1</password></context>', 29],
    ['no type', principal('<id>public_test_shop_terminal</id>'), 29],
    ['another type', principal('<id>public_test_shop_terminal</id><type>CUSTOMER</type>'), 29],
    ['an empty id', principal('<id/><type>TERMINALID</type>'), 29],
    ['a blocked terminal', terminalContext('blocked'), 33],
    ['a blocked terminal with a wrong password', terminalContext('blocked', 'x'), 20],
    ['the reseller, who is not allowed', resellerContext(), 21],
    ['the reseller in one id', context('<id>public_test_shop/9900</id><type>RESELLERUSER</type>', '1234'), 21],
    ['an unknown reseller', resellerContext('nobody'), 37],
    ['an unknown user', resellerContext('public_test_shop', '9901'), 37],
    ['an unknown user in one id', context('<id>public_test_shop/1</id><type>RESELLERUSER</type>', '1234'), 37],
    ['the reseller with a wrong password', resellerContext('public_test_shop', '9900', '12345678'), 20],
    ...[
      ['channel', 40],
      ['clientComment', 80],
      ['clientReference', 32],
    ].flatMap(([field, longest]): [string, string, number][] => {
      const of = (length: number) =>
        terminalContext().replace('<channel>extWS</channel>', `<${field}>${'x'.repeat(length)}</${field}>`);
      return [
        [`${field} of ${longest} characters`, of(Number(longest)), 54],
        [`${field} of ${Number(longest) + 1} characters`, of(Number(longest) + 1), 90],
      ];
    }),
  ])('answers with the documented code for %s', async (_name, as, code) => {
    expect((await test.call('getPaymentStatus', '<invoiceReference>1</invoiceReference>', as)).code).toBe(code);
  });

  it('is not required for benchmarkingNop', async () => {
    expect((await test.call('benchmarkingNop', '', '')).code).toBe(0);
  });

  it('stores no password in the database', async () => {
    await test.call('getPaymentStatus', '', terminalContext('public_test_shop_terminal', 'a-secret-of-theirs'));
    await test.sandbox.messages.flush();
    const terminal = await test.sandbox.db.read.terminal.findFirst();
    expect(terminal?.passwordHash).not.toContain('12345678');
    const messages = await test.sandbox.db.read.message.findMany();
    expect(messages.length).toBeGreaterThan(3);
    for (const { request, response } of messages) expect(request + response).not.toMatch(/12345678|a-secret-of-theirs/);
  });
});
