import type { ReconciliationTexts } from './en';

export const sv: ReconciliationTexts = {
  scopes: { shop: 'hela butiken', terminal: 'den här terminalen' },
  states: {
    REQUESTED: 'Begärd',
    MARKING: 'Stängs hos SEQR',
    LOST: 'Inget svar från SEQR',
    FAILED: 'Inte stängd',
    MARKED: 'Stängd, väntar på rapporten',
    REPORT_REFUSED: 'Rapporten underkänd',
    REPORTED: 'Rapporten mottagen',
    RECONCILED: 'Avstämd',
  },
  outcomes: {
    MATCHED: 'Stämmer',
    AMOUNT_DIFFERS: 'Beloppet skiljer sig',
    ONLY_AT_SEQR: 'Bara hos SEQR',
    ONLY_WITH_US: 'Bara hos oss',
  },
  explanations: {
    'by-amount': {
      what: 'Parad på beloppet: återbetalningen markerades som gjord för hand, utan SEQR:s referens.',
      todo: 'Ingenting.',
    },
    netted: {
      what: 'SEQR:s belopp är betalningen minus dess återbetalningar.',
      todo: 'Inget saknas. Säg till SEQR att återbetalningar ska ha egna rader.',
    },
    'other-amount': {
      what: 'SEQR har flyttat ett annat belopp än vi bokfört.',
      todo: 'Fråga SEQR med referensen vilket belopp som är rätt. Är det deras, återbetala eller kräv skillnaden.',
    },
    'listed-twice': {
      what: 'Rapporten nämner referensen mer än en gång.',
      todo: 'Fråga SEQR om pengarna har flyttats två gånger. Återbetala i så fall den ena.',
    },
    'listed-before': {
      what: 'En tidigare periods rapport har redan referensen.',
      todo: 'Fråga SEQR varför den rapporteras igen; bokför den inte två gånger.',
    },
    'other-terminal': {
      what: 'Den hör till en annan av butikens terminaler, till exempel en kassa.',
      todo: 'Stäm av den mot den terminalens böcker, eller stäng perioder för bara den här terminalen.',
    },
    'other-currency': {
      what: 'SEQR redovisar den i en annan valuta än vår bokföring.',
      todo: 'Fråga SEQR vilken valuta som debiterades.',
    },
    'refund-in-doubt': {
      what: 'Vi begärde en återbetalning på beloppet och fick inget svar. Troligen är det den: den blev gjord.',
      todo: 'Öppna ordern och anteckna återbetalningen som gjord, med den här referensen. Gör inte om den.',
    },
    'payment-in-doubt': {
      what: 'En order på beloppet gavs upp obetald. Troligen är det dess betalning.',
      todo: 'Fråga SEQR efter fakturan till referensen. Är det den ordern: leverera, eller återbetala.',
    },
    'unknown-refund': {
      what: 'Vi har inte begärt någon återbetalning på beloppet.',
      todo: 'Någon kan ha återbetalat direkt hos SEQR. Fråga SEQR vilken betalning den hör till.',
    },
    'unknown-payment': {
      what: 'Vi har ingen betalning med referensen.',
      todo: 'Fråga SEQR efter fakturan och betalaren. Ingen hos oss levererar den: återbetala om ingen order passar.',
    },
    'lost-period': {
      what: 'Före den här stängningen ligger en vars svar gick förlorat. Troligen finns den i den perioden.',
      todo: 'Fråga SEQR efter den periodens id och skriv in det där; dess rapport förklarar det här.',
    },
    'missing-payment': {
      what: 'SEQR har bekräftat betalningen för oss, men rapporten har den inte.',
      todo: 'Fråga SEQR med referensen. Räkna inte med pengarna förrän de har svarat.',
    },
    'missing-refund': {
      what: 'SEQR har bekräftat återbetalningen för oss, men rapporten har den inte.',
      todo: 'Fråga SEQR med referensen om köparen fått pengarna. Återbetala inte igen innan dess.',
    },
  },
  reportProblems: {
    'not-whole': 'Rapporten är inte hel XML: den är avhuggen, eller något annat.',
    'no-report': 'Det som kom är ingen rapport över transaktioner.',
    'other-shop': 'Rapporten är en annan butiks.',
    'other-period': 'Rapporten är en annan periods.',
    'other-terminal': 'Rapporten är en annan terminals.',
    'unknown-row': 'Rapporten har en rad som vi inte förstår.',
    'bad-amount': 'Rapporten har ett belopp som inte är något.',
    'bad-reference': 'Rapporten har en referens som inte är någon.',
  },
  inRow: (row) => `(Rad ${row}.)`,
  refusedAll:
    'Inget av den har använts, och böckerna är som de var. Hämta den igen; är den likadan, skicka den till SEQR.',
  crashed: 'Butiken stannade mellan frågan och SEQR:s svar.',
  noAnswer: 'SEQR:s svar kom inte fram.',
  unreachable: 'SEQR gick inte att nå.',
  busy: 'SEQR är överbelastat eller nere.',
  notReady: 'Rapporten är inte klar än; den efterfrågas var tredje sekund.',
  credentials: 'SEQR godtar inte butiksägarens uppgifter (SEQR_RESELLER_ID, SEQR_RESELLER_PASSWORD).',
  otherRefusal: (code) => `SEQR sade nej: ${code}.`,
};
