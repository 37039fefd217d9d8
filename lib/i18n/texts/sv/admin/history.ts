import type { HistoryTexts } from '../../en/admin/history';
import { states } from './states';

export const history: HistoryTexts = {
  ordered: 'Ordern lades.',
  closed: { CANCELED: 'Ordern avbröts.', EXPIRED: 'Ordern upphörde att gälla.' },
  payment: (to, attempt, how) =>
    to === 'CREATED' ? `Betalförsök ${attempt} påbörjades.` : `Försök ${attempt}: ${states.payment[to]}, ${how}.`,
  by: (name) => `av ${name}`,
  byShop: 'automatiskt',
  bySeqr: 'enligt SEQR',
  accepted: 'Beställningen godkändes',
  'cancel-requested': 'Avbeställning begärdes',
  delivered: 'Markerad som skickad',
  creditNote: (number) => `kreditnota ${number}`,
  returned: (n) => (n === 1 ? '1 vara åter i lager' : `${n} varor åter i lager`),
  undelivered: '”Skickad” ångrades',
  'receipt-resent': 'Nytt utskick av kvittot begärdes',
  'change-requested': (from, to) => `Ändring från ${from} till ${to} begärd`,
  'change-dropped': (from, to) => `Ändring från ${from} till ${to} gjordes inte`,
  changed: (from, to) => `Ändrad från ${from} till ${to}`,
  'transfer-received': (amount) => `Banköverföring på ${amount} bokförd`,
  'refund-requested': (amount) => `Återbetalning av ${amount} begärdes`,
  'refund-done': (amount) => `${amount} återbetalades`,
  'refund-refused': (amount) => `Återbetalningen av ${amount} genomfördes inte`,
  'refund-unknown': (amount) => `Utfallet av återbetalningen av ${amount} är okänt`,
  refundCauses: {
    LATE: 'Ordern var redan stängd eller betald när betalningen kom.',
    MISMATCH: 'Betalningen stämde inte med ordern.',
  },
  confirmedByHand: 'bekräftat',
  noMailServer: 'Ingen e-postserver är inställd (SMTP_URL). Mejlet finns kvar under E-post.',
  effects: {
    'answer-acknowledgment': [
      'SEQR har fått veta att betalaren inte behöver vänta.',
      'SEQR har ännu inte kunnat underrättas om att betalaren inte behöver vänta.',
    ],
    'submit-receipt': ['Kvittot lämnades till SEQR.', 'Kvittot har inte kunnat lämnas till SEQR än.'],
    'cancel-invoice': [
      'En faktura som inte längre ska betalas makulerades.',
      'En faktura som inte längre ska betalas är inte makulerad än.',
    ],
    'change-order': ['Ändringen av ordern är klar.', 'SEQR har inte bekräftat ändringen än.'],
    'refund-held-payment': ['Återbetalningen begärdes.', 'Återbetalningen har ännu inte kunnat begäras.'],
    'refund-late-payment': ['En sen betalning har hanterats.', 'En sen betalning är inte återbetald än.'],
    'mail-receipt': ['Kvittot mejlades.', 'Kvittot mejlades inte.'],
    'mail-transfer': ['Betalningsanvisningen mejlades.', 'Betalningsanvisningen mejlades inte.'],
    'mail-sent': [
      'Köparen underrättades med mejl om att ordern är skickad.',
      'Köparen underrättades inte med mejl om att ordern är skickad.',
    ],
    'mail-cancelled': [
      'Köparen underrättades med mejl om att ordern är avbruten.',
      'Köparen underrättades inte med mejl om att ordern är avbruten.',
    ],
    'mail-expired': [
      'Köparen underrättades med mejl om att ordern har upphört att gälla.',
      'Köparen underrättades inte med mejl om att ordern har upphört att gälla.',
    ],
    'mail-new-order': ['Butiken underrättades om ordern med mejl.', 'Butiken underrättades inte om ordern med mejl.'],
    'mail-attention': [
      'Butiken underrättades med mejl om att en återbetalning behöver ett beslut.',
      'Butiken underrättades inte med mejl om att en återbetalning behöver ett beslut.',
    ],
    'mail-refund': ['Köparen fick ett mejl om återbetalningen.', 'Köparen fick inget mejl om återbetalningen.'],
  },
};
