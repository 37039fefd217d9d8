// The buyer's page: polls, listens to the events, or checks once. Records everything it shows.
import { setTimeout as pause } from 'node:timers/promises';
import type { Buyer, World } from './world';

export const statusPath = ({ orderId }: Pick<Buyer, 'orderId'>) => `/api/orders/${orderId}/payment`;

const PATIENCE_MS = 14_000;
const open = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED'];

/** Watches until the payment is settled or the buyer stops waiting. */
export async function watchPayment(world: World, buyer: Buyer, untilMs = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + untilMs;
  if (buyer.plan.page === 'looks once') return void (await look(world, buyer));
  if (buyer.plan.page === 'listens' && (await listen(world, buyer, untilMs))) return;
  while (Date.now() < deadline) {
    const status = await look(world, buyer);
    if (status && !open.includes(status)) return;
    await pause(700);
  }
}

async function look({ shop }: World, buyer: Buyer): Promise<string | null> {
  const answer = await shop.get(statusPath(buyer));
  return answer.status === 200 ? recordShown(buyer, JSON.parse(answer.text)) : null;
}

/** The status as the shop answers it. */
type Told = { readonly status: string; readonly ersReference?: string | null };

function recordShown(buyer: Buyer, { status, ersReference = null }: Told): string {
  buyer.told.push({ at: Date.now(), status, ersReference });
  return status;
}

/** Resolves to true if the stream reported the end. If the stream breaks, polling continues, as in the payment view. */
async function listen({ shopAddress }: World, buyer: Buyer, untilMs: number): Promise<boolean> {
  const signal = AbortSignal.timeout(untilMs);
  try {
    const response = await fetch(`${shopAddress}${statusPath(buyer)}/events`, { signal });
    if (!response.ok || !response.body) return false;
    let text = '';
    const decoder = new TextDecoder();
    for await (const part of response.body) {
      text += decoder.decode(part, { stream: true });
      for (const line of text.split('\n').slice(0, -1)) {
        if (!line.startsWith('data:')) continue;
        const status = recordShown(buyer, JSON.parse(line.slice(5)));
        if (!open.includes(status)) return true;
      }
      text = text.slice(text.lastIndexOf('\n') + 1);
    }
    return false;
  } catch {
    return false;
  }
}
