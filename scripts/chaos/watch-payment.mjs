// The buyer's page: polls, listens to the events, or looks once. All that it says is written down.
import { setTimeout as pause } from 'node:timers/promises';

export const statusPath = ({ orderId }) => `/api/orders/${orderId}/payment`;

const PATIENCE_MS = 14_000;
const open = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED'];

/** Until the payment is settled, or the buyer loses patience. */
export async function watchPayment(world, buyer, { untilMs = PATIENCE_MS }) {
  const deadline = Date.now() + untilMs;
  if (buyer.plan.page === 'looks once') return look(world, buyer);
  if (buyer.plan.page === 'listens' && (await listen(world, buyer, untilMs))) return;
  while (Date.now() < deadline) {
    const status = await look(world, buyer);
    if (status && !open.includes(status)) return;
    await pause(700);
  }
}

async function look({ shop }, buyer) {
  const answer = await shop.get(statusPath(buyer));
  return answer.status === 200 ? tell(buyer, JSON.parse(answer.text)) : null;
}

function tell(buyer, { status, ersReference = null }) {
  buyer.told.push({ at: Date.now(), status, ersReference });
  return status;
}

/** True when the stream told the end; a broken one leaves the rest to polling, as the payment view does. */
async function listen({ shopAddress }, buyer, untilMs) {
  const signal = AbortSignal.timeout(untilMs);
  try {
    const response = await fetch(`${shopAddress}${statusPath(buyer)}/events`, { signal });
    if (!response.ok) return false;
    let text = '';
    const decoder = new TextDecoder();
    for await (const part of response.body) {
      text += decoder.decode(part, { stream: true });
      for (const line of text.split('\n').slice(0, -1)) {
        if (!line.startsWith('data:')) continue;
        const status = tell(buyer, JSON.parse(line.slice(5)));
        if (!open.includes(status)) return true;
      }
      text = text.slice(text.lastIndexOf('\n') + 1);
    }
    return false;
  } catch {
    return false;
  }
}
