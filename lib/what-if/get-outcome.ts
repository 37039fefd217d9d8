import { listScenes } from '../behind-the-scenes/list-scenes';
import type { Scene } from '../behind-the-scenes/scene';
import { mayTryWhatIf } from './start-what-if';
import { latestWhatIf, type Started } from './started';
import type { WhatIf } from './what-if';

/** What the shop and SEQR have done since a what-if began, from the histories of both. */
export type Outcome = {
  readonly whatIf: WhatIf;
  /** False while more is to come. */
  readonly isOver: boolean;
  /** The number of calls that failed because of a fault. */
  readonly failedCalls: number;
  /** Seconds between the payer's payment and the shop's knowledge of it. */
  readonly secondsUntilKnown: number | null;
};

/**
 * The outcome of the latest what-if on the visitor's own order. Null if it had none or ended in another way, or while the
 * sandbox does not answer.
 */
export async function getOutcome(orderId: string, visitorId: string | null): Promise<Outcome | null> {
  const started = latestWhatIf(orderId);
  if (!started || !(await mayTryWhatIf(orderId, visitorId))) return null;
  const order = await listScenes(orderId);
  return order?.isComplete ? judge(started, order.scenes) : null;
}

/** Null if the order ended in another way, such as by the buyer's cancellation. */
function judge({ whatIf, at, refusal }: Started, all: readonly Scene[]): Outcome | null {
  const scenes = all.filter((scene) => scene.at >= at);
  const moved = (to: string) => scenes.find((scene) => scene.kind === 'payment' && scene.to === to);
  const byPayer = (event: string) => scenes.find((scene) => scene.kind === 'payer' && scene.event === event);
  const failedCalls = scenes
    .flatMap((scene) => (scene.kind === 'message' && scene.exchange.note?.startsWith('fault:') ? [scene.exchange] : []))
    .reduce((calls, { count }) => calls + count, 0);
  const [paid, known] = [byPayer('paid'), moved('PAID')];
  const secondsUntilKnown = paid && known ? Math.max(0, (known.at.getTime() - paid.at.getTime()) / 1000) : null;
  const isOver = {
    network: () => known !== undefined,
    down: () => known !== undefined,
    lost: () => moved('UNKNOWN') !== undefined,
    money: () => refusal === 'too-little-money',
    slow: () => byPayer('reversed') !== undefined && moved('CANCELED') !== undefined,
    twice: () => known !== undefined && refusal === 'already-paid',
  }[whatIf]();
  const hasEnded = scenes.some((scene) => scene.kind === 'order');
  return hasEnded && !isOver ? null : { whatIf, isOver, failedCalls, secondsUntilKnown };
}
