import type { StateTexts } from '../../en/admin/states';

export const states: StateTexts = {
  order: {
    PENDING: 'Obetald',
    PAID: 'Betald',
    PARTIALLY_REFUNDED: 'Delvis återbetald',
    REFUNDED: 'Återbetald',
    CANCELED: 'Avbruten',
    EXPIRED: 'Utgången',
  },
  payment: {
    CREATED: 'Fakturan är på väg till SEQR',
    ISSUED: 'Väntar på betalaren',
    PENDING_ISSUER_ACKNOWLEDGE: 'Skannad, väntar på butikens svar',
    RESERVED: 'Reserverad',
    PAID: 'Betald',
    CANCELED: 'Avbruten',
    FAILED: 'Misslyckad',
    EXPIRED: 'Utgången',
    UNKNOWN: 'Inget svar från SEQR',
  },
  refund: { REQUESTED: 'Pågår', DONE: 'Återbetald', REFUSED: 'Inte återbetald', UNKNOWN: 'Okänt: fråga SEQR' },
  sources: {
    checkout: 'enligt SEQR:s svar på fakturan',
    notification: 'efter SEQR:s avisering',
    refusal: 'efter att SEQR nekat ett anrop',
    watcher: 'vid butikens egen kontroll',
    page: 'via köparens öppna betalsida',
    receipt: 'via köparens kvittosida',
    buyer: 'på köparens begäran',
    merchant: 'från butikskontoret',
    shop: 'automatiskt av butiken',
  },
};
