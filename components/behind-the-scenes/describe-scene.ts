import type { Scene, WrittenRows } from '@/lib/behind-the-scenes/scene';
import type { BehindTheScenesTexts } from '@/lib/i18n/get-behind-the-scenes-texts';

type Words = { readonly party: keyof BehindTheScenesTexts['parties']; readonly title: string; readonly text: string };

/** Who acts, what happens, and the sentence that explains it. */
export function describeScene(scene: Scene, m: BehindTheScenesTexts): Words {
  switch (scene.kind) {
    case 'message': {
      const { operation, resultCode, resultName, httpStatus, count } = scene.exchange;
      const result = resultCode === null ? `HTTP ${httpStatus}` : `${resultCode} ${resultName ?? ''}`.trim();
      const title = `${operation ?? 'SOAP'} · ${result}${count > 1 ? ` ${m.times(count)}` : ''}`;
      return { party: 'shopToSeqr', title, text: m.operations[operation ?? ''] ?? m.otherOperation };
    }
    case 'notification': {
      const title = scene.httpStatus === null ? m.notification : `${m.notification} · HTTP ${scene.httpStatus}`;
      const hasArrived = scene.httpStatus !== null && scene.httpStatus < 300;
      return { party: 'seqrToShop', title, text: hasArrived ? m.notificationText : m.notificationFailed };
    }
    case 'payer': {
      return { party: 'payer', ...m.payer[scene.event] };
    }
    case 'ordered':
      return { party: 'shop', title: m.ordered, text: m.orderedText };
    case 'attempt':
      return { party: 'shop', title: m.attempt(scene.attempt), text: m.attemptText };
    case 'payment':
      return { party: 'shop', title: m.payment(scene.attempt, scene.from, scene.to), text: m.paymentText };
    case 'order':
      return { party: 'shop', title: m.order(scene.to), text: m.orderText };
    case 'event':
      return { party: 'shop', title: m.event(scene.event), text: m.eventText };
    case 'queued':
      return { party: 'shop', title: m.queued(scene.effect), text: m.queuedText };
    case 'done':
      return { party: 'shop', title: m.done(scene.effect), text: m.doneText };
    case 'failing':
      return { party: 'shop', title: m.failing(scene.effect), text: m.failingText };
  }
}

/** `INSERT OrderLine × 2`, `INSERT PaymentEvent 17`. */
export function formatRows({ change, table, count = 1, id }: WrittenRows, m: BehindTheScenesTexts): string {
  return [change, table, id, count > 1 && m.times(count)].filter(Boolean).join(' ');
}
