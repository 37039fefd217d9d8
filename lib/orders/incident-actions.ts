import type { IncidentKind } from './incidents';
import type { OrderState } from './order-states';

/**
 * How a person ends an incident. `record` books the payment, `refund` books it and sends it back, `close` closes the
 * order without any money, `settle` notes that it was settled outside the shop.
 */
export const incidentActions = ['record', 'refund', 'close', 'settle'] as const;
export type IncidentAction = (typeof incidentActions)[number];

type Incident = {
  readonly kind: string;
  readonly status: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly ersReference: string | null;
};
type Order = { readonly state: string; readonly currency: string };

const awaitsMoney: readonly string[] = ['PENDING', 'CANCELED', 'EXPIRED'] satisfies OrderState[];

/** The reference that SEQR gave is missing or another payment's: a person has to learn the right one from SEQR. */
export function needsReference({ kind, ersReference }: Incident): boolean {
  return ersReference === null || kind === 'other-receipt' || kind === 'duplicate-reference';
}

/** What the facts allow; pages offer it and use cases check it by the same rule. */
export function actionsOf(incident: Incident, order: Order): IncidentAction[] {
  const kind = incident.kind as IncidentKind;
  switch (kind) {
    case 'other-amount':
    case 'order-changed':
    case 'settled-before':
    case 'no-reference':
    case 'no-receipt':
    case 'other-receipt':
    case 'duplicate-reference':
      return [...moneyActions(incident, order), ...closeActions(incident, order), 'settle'];
    case 'unknown-invoice':
    case 'unknown-status':
    case 'unclear':
      return [...(awaitsMoney.includes(order.state) ? (['close'] as const) : []), 'settle'];
    case 'contradicted':
      return incident.status === 'PAID' ? ['settle'] : ['record', 'settle'];
    case 'excess':
      return ['refund', 'settle'];
  }
}

/** An amount in another currency cannot pay for the order, and without its own reference a payment cannot be refunded. */
function moneyActions(incident: Incident, order: Order): IncidentAction[] {
  const { amount, currency } = incident;
  const canPay = (currency === null || currency === order.currency) && (amount === null || amount > 0);
  return [...(canPay ? (['record'] as const) : []), ...(needsReference(incident) ? [] : (['refund'] as const))];
}

/** Where the money is known, closing the order means refunding it. */
function closeActions(incident: Incident, order: Order): IncidentAction[] {
  return needsReference(incident) && awaitsMoney.includes(order.state) ? ['close'] : [];
}
