import type { IncidentTexts } from '../../en/admin/incidents';

export const incidents: IncidentTexts = {
  title: 'Beslut krävs',
  held: 'Pausad',
  decideFirst: 'Besluta först om det som står ovan.',
  kinds: {
    'other-amount':
      'Betalningen stämmer inte: SEQR rapporterar ett belopp eller en valuta som skiljer sig från ordern.',
    'order-changed': 'Det betalda beloppet är inte längre orderns summa: ordern ändrades under tiden.',
    'no-reference': 'SEQR rapporterar en betalning utan referens.',
    'no-receipt': 'SEQR rapporterar en betalning utan kvitto, så beloppet är okänt.',
    'other-receipt': 'SEQR rapporterar en betalning med kvittot för en annan faktura eller betalning.',
    'duplicate-reference': 'SEQR rapporterar en betalning med samma referens som en annan orders betalning.',
    'settled-before': 'SEQR rapporterar en betalning av en faktura som markerades som löst på annat sätt.',
    'unknown-invoice': 'SEQR känner inte till fakturan (kod 54). Det kan hända när terminalen har bytts.',
    'unknown-status': 'SEQR rapporterar en status som butiken inte känner till.',
    unclear: 'SEQR varken makulerar fakturan eller rapporterar att den är betald.',
    contradicted: 'SEQR säger emot en bokförd betalning.',
    excess: 'Mer pengar har kommit in än orderns summa.',
  },
  actions: {
    record: 'Bokför betalningen',
    reverse: 'Bokför återtagandet',
    refund: 'Återbetala betalningen',
    close: 'Stäng ordern',
    settle: 'Markera som löst på annat sätt',
  },
  outcomes: {
    resolved: 'Inte längre öppet',
    recorded: 'Betalningen bokförd',
    refunded: 'Återbetalning begärd',
    closed: 'Stängt utan betalning',
    settled: 'Löst på annat sätt',
  },
  ask: 'Fråga SEQR nu',
  onRequest: 'bara på begäran',
  facts: {
    total: 'Orderns summa',
    paid: 'Betalt enligt SEQR',
    excess: 'Överskjutande belopp',
    status: 'Status hos SEQR',
    invoice: 'Faktura',
    reference: 'SEQR-referens',
    owner: 'Referensen tillhör',
    receiptOf: 'Kvittot gäller',
    detail: 'Detalj',
    since: 'Sedan',
    nextCheck: 'Nästa fråga',
    goodsUntil: 'Varorna är reserverade till',
  },
  reference: 'SEQR-referens för betalningen',
  referenceHint: 'Fråga SEQR:s support. En referens som tillhör en annan betalning avvisas.',
  note: 'Anteckning (frivillig)',
  noteNeeded: 'Hur det löstes',
  back: 'Tillbaka',
  consequences: {
    record: (paid) => `Bokför ${paid}. Ordern blir betald.`,
    recordMore: (paid, more) =>
      `Bokför ${paid}. Ordern blir betald; överskottet på ${more} listas tills du återbetalar det.`,
    recordLess: (paid, less) => `Bokför ${paid} som full betalning. En justeringsrad sänker orderns summa med ${less}.`,
    recordUnseen: (total) =>
      `Bokför ${total}. Ordern blir betald. Kontrollera först hos SEQR att beloppet betalades för den här fakturan.`,
    unseenMore: (more) => `Överskottet på ${more} listas tills du återbetalar det.`,
    unseenLess: (less) => `En justeringsrad sänker orderns summa med ${less}.`,
    reverse: 'Bokför betalningen som återbetald, eftersom SEQR tog tillbaka den. Ordern blir återbetald.',
    refund: (paid) => `SEQR återbetalar ${paid} till betalaren. En obetald order avbryts och varorna frigörs.`,
    close:
      'Bokför ingenting. En obetald order avbryts och varorna frigörs. En betalning som SEQR rapporterar senare hanteras som en sen betalning.',
    settle:
      'Bokför ingenting. En obetald order avbryts och varorna frigörs. Välj detta när du har tagit hand om pengarna utanför butiken.',
    settleBooked: 'Ändrar ingenting i bokföringen. Välj detta när du har tagit hand om pengarna utanför butiken.',
  },
  problems: {
    note: 'Beskriv hur det löstes, med högst 500 tecken. Ingenting ändrades.',
    reference: 'Referensen ska vara 6 till 32 siffror och får inte tillhöra en annan betalning. Ingenting ändrades.',
    'open-refund':
      'Återtagandet kan inte bokföras förrän det är känt hur alla återbetalningar av betalningen gick. Ingenting ändrades. Vänta på svaret från SEQR, eller registrera utfallet på ordersidan.',
    overtaken:
      'Ordern eller betalningen har ändrats sedan du öppnade sidan, så ingenting gjordes. Kontrollera den och besluta igen.',
  },
  notes: {
    'incident-recorded': 'Betalningen är bokförd.',
    'incident-refunded': 'Betalningen är bokförd och återbetalas.',
    'incident-closed': 'Ordern är stängd.',
    'incident-settled': 'Markerad som löst på annat sätt.',
    'incident-too-late': 'Betalningen är bokförd. Varorna går inte längre att köpa, så den återbetalas.',
    'incident-already-paid': 'Betalningen är bokförd. Ordern var redan betald, så den återbetalas.',
    'incident-overtaken': 'Detta var redan avgjort, eller löstes av ett senare svar från SEQR.',
    'incident-refused':
      'Ordern eller betalningen har ändrats och tillåter inte det längre, så ingenting gjordes. Ladda om sidan och besluta igen.',
    'asked-answered': 'SEQR har svarat. Se svaret nedan.',
    'asked-failed': 'SEQR gav inget användbart svar. Försök igen senare.',
    'asked-too-soon': 'SEQR tillfrågades för mindre än en sekund sedan. Försök igen.',
  },
  history: {
    incident: 'Avvikelse öppnad',
    'goods-released': (days) => `Varorna frigjordes efter ${days === 1 ? 'en dag' : `${days} dagar`}`,
  },
};
