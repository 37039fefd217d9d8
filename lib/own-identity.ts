import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { keepSecret } from './kept-secret';

const identity = z.object({
  terminalId: z.string().min(1),
  terminalPassword: z.string().min(1),
  resellerId: z.string().min(1),
  resellerPassword: z.string().min(1),
});

/** The credentials a shop uses at SEQR. */
export type SeqrIdentity = z.infer<typeof identity>;

/**
 * The identity of a shop in the same process as a public sandbox, generated once and stored at `path`, because everyone
 * knows the published identity. The sandbox creates the terminal and reseller from it
 * (lib/sandbox/boot/admit-own-shop.ts).
 */
export function ownIdentity(path: string): SeqrIdentity {
  const { value } = keepSecret(path, () => JSON.stringify(makeIdentity(), null, 2));
  try {
    return identity.parse(JSON.parse(value));
  } catch {
    throw new Error(
      `${path} is not the shop's identity at the sandbox. Restore the file, or delete it to get a new one.`,
    );
  }
}

function makeIdentity(): SeqrIdentity {
  const random = (bytes: number) => randomBytes(bytes).toString('hex');
  return {
    terminalId: `shop-terminal-${random(8)}`,
    terminalPassword: random(16),
    resellerId: `shop-${random(8)}`,
    resellerPassword: random(16),
  };
}
