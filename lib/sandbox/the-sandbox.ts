import { config } from '../config';
import type { SeqrIdentity } from '../own-identity';
import { processGlobal } from '../process-global';
import { admitOwnShop } from './own-shop';
import { createSandbox, type RunningSandbox } from './sandbox';

/** This process's sandbox, opened at the first call. */
export function theSandbox(): Promise<RunningSandbox> {
  return processGlobal('sandbox', () => {
    const { databaseUrl, qrBase, public: hosted, messagesKept } = config().sandbox;
    const { ownIdentityFile, ...identity } = config().seqr;
    const sandbox = createSandbox({ databaseUrl, qrBase, hosted, messagesKept });
    return ownIdentityFile === null ? sandbox : withShop(sandbox, identity);
  });
}

async function withShop(opening: Promise<RunningSandbox>, identity: SeqrIdentity): Promise<RunningSandbox> {
  const sandbox = await opening;
  await admitOwnShop(sandbox, identity);
  return sandbox;
}
