import type { ReconciliationTexts } from '../../en/admin/reconciliation';

export const reconciliation: ReconciliationTexts = {
  scopes: { shop: 'hela butiken', terminal: 'den här terminalen' },
  states: {
    REQUESTED: 'Begärd',
    MARKING: 'Stängs hos SEQR',
    LOST: 'Inget svar från SEQR',
    FAILED: 'Inte stängd',
    MARKED: 'Stängd, väntar på rapporten',
    REPORT_REFUSED: 'Rapporten avvisad',
    REPORTED: 'Rapporten mottagen',
    RECONCILED: 'Avstämd',
  },
  outcomes: {
    MATCHED: 'Stämmer',
    AMOUNT_DIFFERS: 'Beloppet skiljer sig',
    ONLY_AT_SEQR: 'Bara hos SEQR',
    ONLY_WITH_US: 'Bara i butiken',
  },
  explanations: {
    'by-amount': {
      what: 'Matchad på beloppet: återbetalningen markerades som gjord för hand, utan SEQR:s referens.',
      todo: 'Du behöver inte göra något.',
    },
    netted: {
      what: 'SEQR:s belopp är betalningen minus dess återbetalningar.',
      todo: 'Inget saknas. Be SEQR redovisa återbetalningar på egna rader.',
    },
    'other-amount': {
      what: 'SEQR:s belopp skiljer sig från det bokförda.',
      todo: 'Fråga SEQR vilket belopp som är rätt, och ange referensen. Om SEQR har rätt: återbetala eller kräv skillnaden.',
    },
    'listed-twice': {
      what: 'Rapporten nämner referensen mer än en gång.',
      todo: 'Fråga SEQR om pengarna har flyttats två gånger. Återbetala i så fall den ena.',
    },
    'listed-before': {
      what: 'Referensen finns redan i en tidigare periods rapport.',
      todo: 'Fråga SEQR varför den rapporteras igen; bokför den inte två gånger.',
    },
    'other-terminal': {
      what: 'Raden hör till en annan av butikens terminaler, till exempel en kassa.',
      todo: 'Jämför den med den terminalens bokföring, eller stäng perioder för bara den här terminalen.',
    },
    'other-currency': {
      what: 'SEQR redovisar raden i en annan valuta än bokföringen.',
      todo: 'Fråga SEQR vilken valuta som debiterades.',
    },
    held: {
      what: 'En betalning för ordern väntar på ditt beslut och är därför inte bokförd.',
      todo: 'Öppna ordern och välj en åtgärd. Jämför sedan igen.',
    },
    'settled-elsewhere': {
      what: 'Betalningen är inte bokförd: någon löste den på annat sätt eller stängde ordern.',
      todo: 'Orderns historik visar vem som beslutade och varför. Om pengarna är hanterade behöver du inte göra något.',
    },
    contradicted: {
      what: 'SEQR säger emot den här bokförda betalningen, och ordern väntar på ditt beslut.',
      todo: 'Öppna ordern och välj en åtgärd. Jämför sedan igen.',
    },
    'refund-in-doubt': {
      what: 'Butiken begärde en återbetalning på det här beloppet men fick inget svar. Raden är troligen den återbetalningen.',
      todo: 'Öppna ordern och markera återbetalningen som återbetald, med den här referensen. Gör inte om den.',
    },
    'payment-in-doubt': {
      what: 'En order på det här beloppet avbröts eller gick ut obetald. Raden är troligen dess betalning.',
      todo: 'Fråga SEQR vilken faktura referensen gäller. Om den hör till ordern: leverera ordern eller återbetala betalningen.',
    },
    'unknown-refund': {
      what: 'Butiken har inte begärt någon återbetalning på det här beloppet.',
      todo: 'Den kan ha gjorts direkt hos SEQR. Fråga SEQR vilken betalning den hör till.',
    },
    'unknown-payment': {
      what: 'Butiken har ingen betalning med referensen.',
      todo: 'Fråga SEQR efter fakturan och betalaren. Återbetala betalningen om den inte hör till någon order.',
    },
    'lost-period': {
      what: 'SEQR:s svar på en tidigare stängning gick förlorat. Raden hör troligen till den perioden.',
      todo: 'Fråga SEQR efter den periodens id och ange det på periodens sida. Dess rapport förklarar raden.',
    },
    'missing-payment': {
      what: 'SEQR har bekräftat betalningen, men den finns inte i rapporten.',
      todo: 'Fråga SEQR och ange referensen. Räkna inte med pengarna förrän SEQR har svarat.',
    },
    'missing-refund': {
      what: 'SEQR har bekräftat återbetalningen, men den finns inte i rapporten.',
      todo: 'Fråga SEQR om köparen fått pengarna, och ange referensen. Återbetala inte igen innan dess.',
    },
  },
  reportProblems: {
    'not-whole': 'Rapporten är inte fullständig XML.',
    'no-report': 'Svaret är ingen transaktionsrapport.',
    'other-shop': 'Rapporten hör till en annan butik.',
    'other-period': 'Rapporten hör till en annan period.',
    'other-terminal': 'Rapporten hör till en annan terminal.',
    'unknown-row': 'Rapporten innehåller en okänd typ av rad.',
    'bad-amount': 'Rapporten innehåller ett ogiltigt belopp.',
    'bad-reference': 'Rapporten innehåller en ogiltig referens.',
  },
  inRow: (row) => `(Rad ${row}.)`,
  refusedAll:
    'Rapporten användes inte, och bokföringen är oförändrad. Begär den igen. Om problemet kvarstår skickar du den till SEQR.',
  crashed: 'Butiken stannade innan SEQR svarade.',
  wrongId: 'Det id som angavs tillhör en annan period enligt SEQR.',
  noAnswer: 'SEQR:s svar kom inte fram.',
  unreachable: 'SEQR gick inte att nå.',
  busy: 'SEQR är överbelastat eller nere.',
  notReady: 'Rapporten är inte klar än. Butiken begär den var tredje sekund.',
  credentials: 'SEQR godtar inte butiksägarens uppgifter (SEQR_RESELLER_ID, SEQR_RESELLER_PASSWORD).',
  otherRefusal: (code) => `SEQR avvisade begäran: ${code}.`,
};
