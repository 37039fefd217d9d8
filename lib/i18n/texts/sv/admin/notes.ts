import type { NoteTexts } from '../../en/admin/notes';
import { incidents } from './incidents';

export const notes: NoteTexts = {
  ...incidents.notes,
  saved: 'Sparat. Butiken visar de nya värdena nu.',
  'product-overtaken':
    'Varan sparades på ett annat ställe efter att du hade öppnat den här. Dina ändringar är inte sparade än.',
  'product-price': 'Priset måste vara ett tal över noll, som 120 eller 99,50. Inget sparades.',
  'product-price-high': (limit) => `Priset kan vara högst ${limit}: SEQR:s gräns minus frakten. Inget sparades.`,
  'product-stock': 'Lagersaldot måste vara ett heltal, noll eller mer. Inget sparades.',
  'product-image': 'Bilden finns inte i public/products. Inget sparades; välj en annan.',
  'product-text': 'Varan behöver namn och beskrivning på engelska och svenska. Inget sparades.',
  'terminal-fields': 'Kassan behöver ett id och ett namn av bokstäver och siffror, och ett lösenord på minst 4 tecken.',
  'terminal-refused': 'SEQR avvisade registreringen av kassan. Ingenting registrerades.',
  'terminal-unknown': 'SEQR svarade inte, så kassan kan vara registrerad. Fråga SEQR innan du försöker igen.',
  accepted: 'Beställningen är godkänd. Varorna är reserverade, och köparen får ett mejl om hur man betalar.',
  'not-in-stock': 'Lagret räcker inte. Inget ändrades; minska antal eller avbryt ordern.',
  canceled: 'Ordern är avbruten.',
  'was-paid': 'Ordern betalades innan den kunde avbrytas. Betalningen är bokförd.',
  'cancel-later': 'SEQR har inte bekräftat än att fakturan är makulerad. Butiken fortsätter att kontrollera.',
  refused: 'Orderns status tillåter inte det längre. Ingenting ändrades.',
  delivered: 'Markerad som skickad.',
  'change-changed': 'Ordern är ändrad.',
  'change-refused':
    'Antal kan bara minskas, minst en vara måste vara kvar och ordern måste vara obetald. Ingenting ändrades.',
  'change-paid': 'Ordern betalades innan den kunde ändras. Betalningen är bokförd.',
  'change-busy':
    'Betalaren bekräftar just nu, eller så är SEQR inte redo. Ingenting ändrades; försök igen om en stund.',
  'change-later': 'SEQR har inte bekräftat ändringen än. Butiken ändrar ordern så snart SEQR bekräftar.',
  'change-other-change': 'En annan ändring av ordern pågår. Ingenting ändrades; kontrollera ordern igen.',
  'change-overtaken':
    'Ordern har ändrats sedan du öppnade formuläret. Din ändring gjordes inte; de aktuella raderna står nedan.',
  resent: 'Kvittot mejlas igen.',
  'receipt-kept': 'Inget skickades: ingen e-postserver är inställd (SMTP_URL). Kvittot finns under E-post.',
  'refund-DONE': 'Pengarna är återbetalda.',
  'refund-REQUESTED': 'Återbetalningen är registrerad och pågår.',
  'refund-REFUSED': 'SEQR genomförde inte återbetalningen. Inget återbetalades.',
  'refund-UNKNOWN': 'SEQR svarade inte. Det är okänt om pengarna har återbetalats: se nedan.',
  'transfer-part': 'Bokfört. En del av beloppet saknas fortfarande.',
  'transfer-paid': 'Bokfört. Ordern är betald.',
  'transfer-honoured': 'Bokfört. Ordern hade stängts, men varorna fanns i lager, så den är betald nu.',
  'transfer-too-late': 'Bokfört, men varorna är slut. Pengarna måste återbetalas: välj Återbetala ordern.',
  'transfer-already-paid': 'Bokfört. Ordern var redan betald, så detta måste återbetalas: välj Återbetala ordern.',
  'transfer-repeated': 'Överföringen var redan bokförd.',
  'transfer-high': (limit) => `Överföringarna för en order kan sammanlagt vara högst ${limit}. Inget bokfördes.`,
  'transfer-amount': 'Beloppet måste vara ett tal över noll, som 120 eller 99,50. Inget bokfördes.',
  settled: 'Utfallet är registrerat.',
  'settle-failed':
    'Ingenting ändrades. Referensen är ogiltig eller används redan, eller så har återbetalningen redan ett utfall.',
};
