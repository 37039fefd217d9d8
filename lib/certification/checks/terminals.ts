import { newKey, newUuid } from '../../ids';
import { assert, type CertificationTest, need } from '../check';
import { formatResultCode } from '../place';
import { withdrawAll } from '../withdraw-all';

const chapter = 'Terminal';

export const registering: CertificationTest[] = [
  {
    id: '0.1',
    title: 'registerTerminal: a new till gets its own identity',
    chapter,
    from: 'seqr',
    async run({ shop, wire, memory, switchTerminal }, { fact }) {
      const password = newKey();
      const name = `Certification ${alphanumeric(8)}`;
      const result = await shop.registerTerminal({ externalId: name, name, password });
      const call = wire.of('registerTerminal').at(-1);
      assert(
        result.ok && call?.resultCode === '0',
        `registerTerminal got ${formatResultCode(call?.resultCode ?? null)}: check SEQR_RESELLER_ID and SEQR_RESELLER_PASSWORD, with which the call is made.`,
      );
      memory.terminalId = result.terminalId;
      switchTerminal(result.terminalId, password);
      fact(`Terminal ${result.terminalId} signs everything from here on.`);
    },
  },
  {
    id: '0.2',
    title: 'assignSeqrId: the till gets the code on its sticker',
    chapter,
    from: 'seqr',
    async run({ shop, wire, memory }, { fact }) {
      need(memory.terminalId, '0.1');
      const seqrId = `C${alphanumeric(12)}`;
      await shop.assignSeqrId(seqrId).catch(() => {});
      const call = wire.of('assignSeqrId').at(-1);
      assert(
        call?.resultCode === '0',
        `assignSeqrId got ${formatResultCode(call?.resultCode ?? null)}: the id must consist of letters and digits and belong to no other terminal; the call is made with the terminal’s own password.`,
      );
      fact(`SEQR id ${seqrId}.`);
    },
  },
];

export const unregistering: CertificationTest[] = [
  {
    id: '7.1',
    title: 'unregisterTerminal: the till is retired',
    chapter,
    from: 'seqr',
    async run({ shop, wire, memory, placed }, { fact }) {
      const terminalId = need(memory.terminalId, '0.1');
      // An unregistered terminal cannot cancel its invoices.
      await withdrawAll(shop, placed);
      await shop.unregisterTerminal().catch(() => {});
      const call = wire.of('unregisterTerminal').at(-1);
      assert(
        call?.resultCode === '0',
        `unregisterTerminal got ${formatResultCode(call?.resultCode ?? null)}: the call is made with the terminal’s own password.`,
      );
      fact(`Terminal ${terminalId} is unregistered.`);
    },
  },
];

function alphanumeric(length: number): string {
  return newUuid().replaceAll('-', '').slice(0, length).toUpperCase();
}
