import { storedIncidentKind } from './incidents';
import type { OrderState } from './order-states';

/**
 * How a person resolves an incident. `record` books the payment, `refund` books and refunds it, `close` closes the
 * order without payment, `settle` records that the matter was settled outside the shop.
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
type Order = { readonly state: OrderState; readonly currency: string };

const unpaidStates: readonly OrderState[] = ['PENDING', 'CANCELED', 'EXPIRED'];

/**
 * True if SEQR's reference is missing or belongs to another payment. A person must then get the right one from SEQR.
 */
export function needsReference({ kind, ersReference }: Incident): boolean {
  return ersReference === null || kind === 'other-receipt' || kind === 'duplicate-reference';
}

/** The actions that the facts allow. Pages and use cases share this rule. */
export function actionsOf(incident: Incident, order: Order): IncidentAction[] {
  const kind = storedIncidentKind(incident.kind);
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
      return [...(unpaidStates.includes(order.state) ? (['close'] as const) : []), 'settle'];
    case 'contradicted':
      return incident.status === 'PAID' ? ['settle'] : ['record', 'settle'];
    case 'excess':
      return ['refund', 'settle'];
  }
}

/** A payment in another currency cannot be recorded. A payment without its own reference cannot be refunded. */
function moneyActions(incident: Incident, order: Order): IncidentAction[] {
  const { amount, currency } = incident;
  const canPay = (currency === null || currency === order.currency) && (amount === null || amount > 0);
  return [...(canPay ? (['record'] as const) : []), ...(needsReference(incident) ? [] : (['refund'] as const))];
}

/** A payment with its own reference is refunded instead, which closes the order too. */
function closeActions(incident: Incident, order: Order): IncidentAction[] {
  return needsReference(incident) && unpaidStates.includes(order.state) ? ['close'] : [];
}
