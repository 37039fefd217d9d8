import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  invoiceOf,
  openTestSandbox,
  resellerContext,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { findStaticCode } from '../invoices/static-codes';
import { payInvoice } from '../payers/pay-invoice';
import { issueWebshop } from '../terminals/issue-webshop';
import { setTerminalState } from './set-terminal-state';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const assign = (seqrId: string, as: string) => test.call('assignSeqrId', `<seqrId>${seqrId}</seqrId>`, as);

describe('terminals', () => {
  it('are registered by the reseller user, sell, and are unregistered', async () => {
    const register = (fields: string, as = resellerContext()) => test.call('registerTerminal', fields, as);
    const made = await register(
      '<externalTerminalId>Shop 1/POS 2</externalTerminalId><password>secret</password><name>My Shop&apos;s Name</name>',
    );
    const id = made.get('terminalId') ?? '';
    expect([made.code, id]).toEqual([0, expect.stringMatching(/^[0-9a-f]{32}$/)]);
    const as = terminalContext(id, 'secret');
    expect((await test.buy('5', '', as)).ersReference).toMatch(/^\d{25}$/);
    expect((await test.call('unregisterTerminal', '', as)).code).toBe(0);
    expect((await test.call('unregisterTerminal', '', as)).code).toBe(33);
    expect((await test.call('sendInvoice', '', as)).code).toBe(33);
    expect((await register('')).code).toBe(21);
    expect((await register('<password>secret</password>', terminalContext())).code).toBe(21);
    expect((await register(`<password>secret</password><name>${'x'.repeat(201)}</name>`)).code).toBe(90);
  });

  it('can be registered with a short password, but are then refused with 21', async () => {
    const made = await test.call('registerTerminal', '<password>abc</password>', resellerContext());
    const id = made.get('terminalId') ?? '';
    expect([made.code, id]).toEqual([0, expect.stringMatching(/^[0-9a-f]{32}$/)]);
    const as = terminalContext(id, 'abc');
    for (const operation of ['sendInvoice', 'getPaymentStatus', 'unregisterTerminal', 'assignSeqrId']) {
      expect((await test.call(operation, '', as)).code).toBe(21);
    }
    expect((await test.call('sendInvoice', '', terminalContext(id, 'abd'))).code).toBe(20);
    const retired = await test.call('unregisterTerminal', `<terminalId>${id}</terminalId>`, resellerContext());
    expect(retired.code).toBe(0);
  });

  it('can be unregistered by the reseller user, who names them', async () => {
    const { id, context } = await test.registerTerminal();
    const retire = (fields: string) => test.call('unregisterTerminal', fields, resellerContext());
    expect((await retire('')).code).toBe(29);
    await test.sandbox.messages.flush();
    const [newest] = await test.sandbox.db.read.message.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(newest?.note).toContain('terminalId');
    expect((await retire('<terminalId>nobody</terminalId>')).code).toBe(29);
    expect((await retire(`<terminalId>${id}</terminalId>`)).code).toBe(0);
    expect((await test.call('cancelInvoice', '', context)).code).toBe(33);
  });

  it('can be unregistered by the reseller user while they are blocked, but not twice', async () => {
    const { id, context } = await test.registerTerminal();
    await setTerminalState(test.sandbox, id, 'BLOCKED');
    const retire = () => test.call('unregisterTerminal', `<terminalId>${id}</terminalId>`, resellerContext());
    expect([(await retire()).code, (await retire()).code]).toEqual([0, 29]);
    expect((await test.call('sendInvoice', invoiceOf('1'), context)).code).toBe(33);
    expect(await setTerminalState(test.sandbox, id, 'ACTIVE')).toBe(false);
  });

  it('cannot be unregistered if they are published', async () => {
    expect((await test.call('unregisterTerminal')).code).toBe(21);
  });

  it('see only their own invoices', async () => {
    const { context } = await test.registerTerminal();
    const reference = `<invoiceReference>${await test.sendInvoice()}</invoiceReference>`;
    for (const operation of ['getPaymentStatus', 'cancelInvoice', 'updateInvoice', 'commitReservation']) {
      expect((await test.call(operation, reference, context)).code).toBe(54);
    }
    const { ersReference } = await test.buy();
    const receipt = await test.call('submitPaymentReceipt', `<ersReference>${ersReference}</ersReference>`, context);
    expect(receipt.code).toBe(23);
  });
});

describe('static codes', () => {
  const send = async (as: string) => (await test.call('sendInvoice', invoiceOf('1'), as)).get('invoiceReference');
  const shown = async (seqrId: string) => (await findStaticCode(test.sandbox, seqrId))?.invoiceReference;

  it('show a till’s open invoice', async () => {
    const { context } = await test.registerTerminal();
    expect((await assign('Kassa7', context)).code).toBe(0);
    expect(await findStaticCode(test.sandbox, 'kassa7')).toEqual({ merchant: 'Tallbacka', invoiceReference: null });
    const first = await send(context);
    expect(await shown('KASSA7')).toBe(first);
    const second = await send(context);
    expect(await shown('KASSA7')).toBe(second);
    await payInvoice(test.sandbox, second ?? '', '1234');
    expect(await shown('KASSA7')).toBeNull();
    expect(await findStaticCode(test.sandbox, 'nobody')).toBeNull();
  });

  it('show the newest of a webshop’s open invoices', async () => {
    await issueWebshop(test.sandbox, { id: 'stall', reseller: 'public_test_shop', password: 'secret' });
    const context = terminalContext('stall', 'secret');
    await assign('Stall1', context);
    const first = await send(context);
    await test.advance(1);
    const second = await send(context);
    expect(await shown('STALL1')).toBe(second);
    await payInvoice(test.sandbox, second ?? '', '1234');
    expect(await shown('STALL1')).toBe(first);
  });

  it('are looked up without a leading Q first, then as a whole', async () => {
    const [bare, withQ] = [await test.registerTerminal(), await test.registerTerminal()];
    await assign('QUEUE9', withQ.context);
    const second = await send(withQ.context);
    expect(await shown('queue9')).toBe(second);
    expect(await shown('qqueue9')).toBe(second);

    await assign('UEUE9', bare.context);
    const first = await send(bare.context);
    expect(await shown('UEUE9')).toBe(first);
    expect(await shown('QUEUE9')).toBe(first);
    expect(await shown('QQUEUE9')).toBe(second);
    expect(await findStaticCode(test.sandbox, 'Q')).toBeNull();
  });

  it('are unique and consist of letters, digits and _', async () => {
    const [one, other] = [await test.registerTerminal(), await test.registerTerminal()];
    expect((await assign('my_qr_code_string', one.context)).code).toBe(0);
    expect((await findStaticCode(test.sandbox, 'My_QR_Code_String'))?.merchant).toBe('Tallbacka');
    expect((await assign('ABC123456', one.context)).code).toBe(0);
    expect((await assign('ABC123456', one.context)).code).toBe(0);
    expect((await assign('abc123456', other.context)).code).toBe(53);
    for (const seqrId of ['', 'A B', 'Å1', 'a-b', '../x', 'x'.repeat(41)]) {
      expect((await assign(seqrId, other.context)).code).toBe(53);
    }
    expect((await assign('x'.repeat(40), other.context)).code).toBe(0);
    await test.call('unregisterTerminal', '', one.context);
    expect((await assign('ABC123456', other.context)).code).toBe(0);
    expect((await assign('ABC1', resellerContext())).code).toBe(21);
  });

  it.each(['R1402562843463', 'cart', 'search', 'sandbox', 'api', 'en', '_next'])(
    'that are a path of the server open only with a Q: %s',
    async (seqrId) => {
      const { context } = await test.registerTerminal();
      expect((await assign(seqrId, context)).code).toBe(0);
      expect(await findStaticCode(test.sandbox, `Q${seqrId}`)).not.toBeNull();
      expect(await findStaticCode(test.sandbox, seqrId)).toBeNull();
    },
  );

  it.each(['DOCS', 'public', 'INDEX', 'Images'])(
    'that are no path of the server open without a Q too: %s',
    async (seqrId) => {
      const { context } = await test.registerTerminal();
      expect((await assign(seqrId, context)).code).toBe(0);
      expect(await findStaticCode(test.sandbox, seqrId)).not.toBeNull();
    },
  );
});
