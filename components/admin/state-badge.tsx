type Tone = 'good' | 'care' | 'problem' | 'quiet';

const tones: Record<Tone, string> = {
  good: 'bg-pine-soft text-pine',
  care: 'bg-straw-soft text-straw',
  problem: 'bg-falu-soft text-falu',
  quiet: 'bg-sunken text-muted',
};

const toneOfState: Record<string, Tone> = {
  PENDING: 'care',
  PAID: 'good',
  PARTIALLY_REFUNDED: 'good',
  DONE: 'good',
  REQUESTED: 'care',
  ISSUED: 'care',
  PENDING_ISSUER_ACKNOWLEDGE: 'care',
  RESERVED: 'care',
  UNKNOWN: 'problem',
  FAILED: 'problem',
  REFUSED: 'problem',
  MARKING: 'care',
  MARKED: 'care',
  REPORTED: 'care',
  RECONCILED: 'good',
  LOST: 'problem',
  REPORT_REFUSED: 'problem',
  sent: 'good',
  waiting: 'care',
  refused: 'problem',
};

/** The state of an order, a payment or a refund in words; the colour only supports them. */
export function StateBadge({ state, label }: { state: string; label: string }) {
  return (
    <span
      className={`inline-block rounded-full px-2.5 py-0.5 text-sm font-semibold ${tones[toneOfState[state] ?? 'quiet']}`}
    >
      {label}
    </span>
  );
}
